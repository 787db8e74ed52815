use graph_resource::graph_resource;

#[graph_resource(path = "/users")]
pub struct User {
    #[graph(key)]
    pub id: String,
    #[graph(alternate_key)]
    pub mails: Vec<String>,
}

fn main() {}
