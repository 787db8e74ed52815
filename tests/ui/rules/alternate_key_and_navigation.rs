use graph_resource::graph_resource;

#[graph_resource(path = "/users")]
struct User {
    #[graph(key)]
    id: String,
    #[graph(navigation, alternate_key)]
    manager: Option<Box<User>>,
    title: Option<String>,
}

fn main() {}
