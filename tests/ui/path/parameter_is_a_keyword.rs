use graph_resource::graph_resource;

#[graph_resource(path = "/users/{type}/tasks")]
struct Task {
    #[graph(key)]
    id: String,
    title: Option<String>,
}

fn main() {}
