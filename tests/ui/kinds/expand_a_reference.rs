use graph_resource::{Reference, graph_resource};

#[graph_resource(path = "/tasks")]
struct Task {
    #[graph(key)]
    id: String,
    title: Option<String>,
    #[graph(bind, expand)]
    owner: Option<Reference>,
}

fn main() {}
