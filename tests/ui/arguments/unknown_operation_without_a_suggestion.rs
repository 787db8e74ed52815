use graph_resource::graph_resource;

#[graph_resource(path = "/tasks", operations(get, archive))]
struct Task {
    #[graph(key)]
    id: String,
    title: Option<String>,
}

fn main() {}
