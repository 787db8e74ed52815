use graph_resource::graph_resource;

#[graph_resource(path = "/users")]
struct User {
    #[graph(key)]
    id: String,
}

#[graph_resource(path = "/groups")]
struct Group {
    #[graph(key)]
    id: String,
}

fn main() {
    let _ = User::get("1").select((User::ID, Group::ID));
}
