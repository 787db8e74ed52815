use graph_resource::graph_resource;

#[graph_resource(path = "/tasks", update(method = "POST"))]
struct Task {
    #[graph(key)]
    id: String,
    title: Option<String>,
}

fn main() {}
