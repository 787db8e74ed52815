use graph_resource::graph_resource;

#[graph_resource(path = "/tasks")]
#[derive(serde::Deserialize, Clone)]
struct Task {
    title: Option<String>,
}

fn main() {}
