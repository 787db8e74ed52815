use graph_resource::{graph_complex, graph_resource};

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
struct Part {
    name: Option<String>,
}

#[graph_resource(path = "/tasks")]
struct Task {
    #[graph(key)]
    id: String,
    title: Option<String>,
    #[graph(merge)]
    part: Option<Part>,
}

fn main() {}
