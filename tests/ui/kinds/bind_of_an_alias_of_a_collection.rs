use graph_resource::graph_resource;

type Members = Vec<User>;

#[graph_resource(path = "/users")]
pub struct User {
    #[graph(key)]
    pub id: String,
}

#[graph_resource(path = "/groups")]
pub struct Group {
    #[graph(key)]
    pub id: String,
    #[graph(navigation, bind)]
    pub members: Members,
}

fn main() {}
