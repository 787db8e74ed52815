use graph_resource::graph_resource;

#[graph_resource(path = "/tasks", version = "v2.0")]
struct Task {
    #[graph(key)]
    id: String,
    title: Option<String>,
}

fn main() {}
