use graph_resource::graph_resource;

#[graph_resource(path = "/users")]
pub struct User {
    #[graph(key)]
    pub id: String,
    pub property: [i32; 2],
}

fn main() {}
