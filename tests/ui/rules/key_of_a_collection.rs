use graph_resource::graph_resource;

#[graph_resource(path = "/users")]
pub struct User {
    #[graph(key)]
    pub id: Vec<String>,
    pub mail: Option<String>,
}

fn main() {}
