use graph_resource::{graph_complex, graph_resource};

#[graph_complex(extensible)]
#[derive(Debug, Clone, PartialEq, Default)]
struct Part {
    name: Option<String>,
}

#[graph_resource(path = "/tasks")]
struct Task {
    #[graph(key)]
    id: String,
    title: Option<String>,
    #[graph(base)]
    base: Option<Part>,
}

fn main() {}
