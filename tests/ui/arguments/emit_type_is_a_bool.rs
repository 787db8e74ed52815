use graph_resource::graph_resource;

#[graph_resource(path = "/tasks", emit_type = false)]
struct Task {
    #[graph(key)]
    id: String,
    title: Option<String>,
}

fn main() {}
