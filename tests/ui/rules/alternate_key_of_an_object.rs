use graph_resource::{graph_complex, graph_resource};

#[graph_complex]
#[derive(Clone, PartialEq)]
pub struct Address {
    pub city: Option<String>,
}

#[graph_resource(path = "/users")]
pub struct User {
    #[graph(key)]
    pub id: String,
    #[graph(alternate_key)]
    pub address: Option<Address>,
}

fn main() {}
