use graph_resource::graph_resource;

#[graph_resource(path = r#"/users/{userId}"#)]
struct Task {
    #[graph(key)]
    id: String,
    title: Option<String>,
}

fn main() {}
