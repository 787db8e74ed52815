use graph_resource::graph_resource;

#[graph_resource(path = "/users")]
struct User {
    #[graph(key)]
    id: String,
    size: Option<i32>,
}

fn main() {
    let _ = User::list().filter(User::SIZE.starts_with("1"));
}
