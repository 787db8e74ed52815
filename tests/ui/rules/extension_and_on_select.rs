use graph_resource::graph_resource;

#[graph_resource(path = "/users")]
struct User {
    #[graph(key)]
    id: String,
    #[graph(extension, on_select)]
    uid_number: Option<i32>,
}

fn main() {}
