use graph_resource::graph_resource;

#[graph_resource(path = "/tasks")]
struct Task {
    #[graph(key)]
    id: String,
    #[serde(rename = "subject")]
    title: Option<String>,
}

fn main() {}
