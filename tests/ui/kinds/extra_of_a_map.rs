use std::collections::HashMap;

use graph_resource::graph_resource;

#[graph_resource(path = "/tasks")]
struct Task {
    #[graph(key)]
    id: String,
    title: Option<String>,
    #[graph(extra)]
    others: HashMap<String, String>,
}

fn main() {}
