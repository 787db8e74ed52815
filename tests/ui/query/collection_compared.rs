use graph_resource::graph_resource;

#[graph_resource(path = "/users")]
struct User {
    #[graph(key)]
    id: String,
    tags: Vec<String>,
}

fn main() {
    let _ = User::list().filter(User::TAGS.eq("a"));
}
