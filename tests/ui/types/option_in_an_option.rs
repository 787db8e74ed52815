use graph_resource::graph_resource;

#[graph_resource(path = "/users")]
pub struct User {
    #[graph(key)]
    pub id: String,
    pub mail: Option<Option<String>>,
}

fn main() {}
