use graph_resource::graph_resource;

#[graph_resource(path = "/users/id-{user_id}/tasks")]
struct Task {
    #[graph(key)]
    id: String,
    title: Option<String>,
}

fn main() {}
