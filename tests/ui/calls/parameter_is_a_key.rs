use graph_resource::graph_function;

#[graph_function(path = "/images/find")]
struct Find {
    #[graph(key)]
    id: String,
    #[graph(read_only)]
    name: Option<String>,
}

fn main() {}
