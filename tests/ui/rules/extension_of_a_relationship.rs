use graph_resource::graph_resource;

#[graph_resource(path = "/users")]
struct User {
    #[graph(key)]
    id: String,
    #[graph(extension, navigation)]
    manager: Option<Box<User>>,
}

fn main() {}
