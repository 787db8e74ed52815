use graph_resource::graph_resource;

#[graph_resource(path = "/tasks")]
struct Task {
    #[graph(key)]
    id: String,
    send: Option<String>,
}

fn main() {}
