use graph_resource::graph_resource;

#[graph_resource(path = "/tasks")]
struct Task {
    #[graph(key)]
    id: String,
    title: Option<String>,
    #[graph(navigation, write_null)]
    parent: Option<Box<Task>>,
}

fn main() {}
