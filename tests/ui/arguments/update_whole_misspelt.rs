use graph_resource::graph_resource;

#[graph_resource(path = "/tasks", update(hole))]
struct Task {
    #[graph(key)]
    id: String,
    title: Option<String>,
}

fn main() {}
