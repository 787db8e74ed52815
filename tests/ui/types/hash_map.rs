use graph_resource::graph_resource;

#[graph_resource(path = "/users")]
pub struct User {
    #[graph(key)]
    pub id: String,
    pub property: std::collections::HashMap<String, String>,
}

fn main() {}
