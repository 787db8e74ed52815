use graph_resource::graph_resource;

#[graph_resource(path = "/beta/users")]
struct Task {
    #[graph(key)]
    id: String,
    title: Option<String>,
}

fn main() {}
