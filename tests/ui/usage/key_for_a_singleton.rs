use graph_resource::graph_resource;

#[graph_resource(path = "/users", also(me(path = "/me", singleton)))]
struct User {
    #[graph(key)]
    id: String,
    name: Option<String>,
}

fn main() {
    let _ = User::me().get("1");
}
