use graph_resource::graph_resource;

#[graph_resource(path = "/tasks", also(me(path = "/me/task", singelton)))]
struct Task {
    #[graph(key)]
    id: String,
    title: Option<String>,
}

fn main() {
    let _ = Task::me().get();
}
