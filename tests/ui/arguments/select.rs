use graph_resource::graph_resource;

#[graph_resource(path = "/tasks", select = "none")]
struct Task {
    #[graph(key)]
    id: String,
    title: Option<String>,
}

fn main() {}
