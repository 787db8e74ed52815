use graph_resource::graph_resource;

#[graph_resource(path = "/tasks")]
struct Task {
    #[graph(key)]
    id: String,
    #[graph(create_only, required, setter = "set_kind")]
    kind: String,
    title: Option<String>,
}

fn main() {}
