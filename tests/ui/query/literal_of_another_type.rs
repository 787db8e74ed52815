use graph_resource::graph_resource;

#[graph_resource(path = "/users")]
struct User {
    #[graph(key)]
    id: String,
    account_enabled: bool,
}

fn main() {
    let _ = User::list().filter(User::ACCOUNT_ENABLED.eq("true"));
}
