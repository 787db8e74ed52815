use graph_resource::graph_resource;

#[graph_resource(path = "/tasks", also("/me/tasks"))]
struct Task {
    #[graph(key)]
    id: String,
    title: Option<String>,
}

fn main() {}
