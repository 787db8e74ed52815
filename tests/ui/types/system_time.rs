use graph_resource::graph_resource;

#[graph_resource(path = "/users")]
pub struct User {
    #[graph(key)]
    pub id: String,
    pub property: Option<std::time::SystemTime>,
}

fn main() {}
