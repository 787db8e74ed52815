use graph_resource::graph_resource;

#[graph_resource(path = "/tasks")]
struct Task {
    #[graph(key, write_null)]
    value: String,
    title: Option<String>,
}

fn main() {}
