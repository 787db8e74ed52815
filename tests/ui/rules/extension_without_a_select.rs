use graph_resource::graph_resource;

#[graph_resource(path = "/users", select = "never")]
struct User {
    #[graph(key)]
    id: String,
    #[graph(extension)]
    uid_number: Option<i32>,
}

fn main() {}
