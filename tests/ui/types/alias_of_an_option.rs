use graph_resource::graph_resource;

type Flag = Option<bool>;

#[graph_resource(path = "/users")]
pub struct User {
    #[graph(key)]
    pub id: String,
    pub account_enabled: Flag,
}

fn main() {}
