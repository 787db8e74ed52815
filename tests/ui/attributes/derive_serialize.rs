use graph_resource::graph_resource;

use serde::Serialize;

#[graph_resource(path = "/tasks")]
#[derive(Debug, Serialize)]
struct Task {
    title: Option<String>,
}

fn main() {}
