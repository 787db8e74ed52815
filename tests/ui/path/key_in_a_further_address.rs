use graph_resource::graph_resource;

#[graph_resource(path = "/tasks", also(me = "/me/tasks/{id}"))]
struct Task {
    #[graph(key)]
    id: String,
    title: Option<String>,
}

fn main() {
    let _ = Task::me().list();
}
