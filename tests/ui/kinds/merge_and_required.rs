use graph_resource::{graph_complex, graph_resource};

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
struct Part {
    name: Option<String>,
}

#[graph_resource(path = "/tasks")]
struct Task {
    #[graph(key)]
    id: String,
    title: Option<String>,
    #[graph(required, merge)]
    part: Part,
}

fn main() {}
