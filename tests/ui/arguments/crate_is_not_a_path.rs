use graph_resource::graph_resource;

#[graph_resource(path = "/tasks", crate = "graph resource")]
struct Task {
    #[graph(key)]
    id: String,
    title: Option<String>,
}

fn main() {}
