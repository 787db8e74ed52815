use graph_resource::graph_resource;

#[graph_resource(path = "/tasks")]
struct Task {
    #[graph(key)]
    id: Option<String>,
    title: Option<String>,
}

fn main() {}
