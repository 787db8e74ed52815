use std::collections::BTreeMap;

use graph_resource::graph_resource;

#[graph_resource(path = "/users")]
#[derive(Clone, PartialEq)]
struct User {
    #[graph(key)]
    id: String,
}

#[graph_resource(path = "/tasks")]
struct Task {
    #[graph(key)]
    id: String,
    #[graph(merge)]
    users: BTreeMap<String, User>,
}

fn main() {}
