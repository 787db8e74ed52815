use graph_resource::graph_resource;

#[graph_resource(path = "/tasks", also(mine = "/tasks"))]
struct Task {
    #[graph(key)]
    id: String,
    title: Option<String>,
}

fn main() {
    let _ = Task::mine().list();
}
