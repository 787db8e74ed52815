use graph_resource::graph_resource;

#[graph_resource(path = "/tasks")]
#[serde(rename_all = "camelCase")]
struct Task {
    title: Option<String>,
}

fn main() {}
