use graph_resource::{graph_complex, graph_resource};

#[graph_resource(path = "/tasks")]
#[derive(Debug, Clone, PartialEq)]
struct Task {
    #[graph(key)]
    id: String,
    title: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
struct Part {
    #[graph(navigation, expand)]
    task: Option<Task>,
}

fn main() {}
