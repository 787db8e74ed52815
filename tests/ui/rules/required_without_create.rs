use graph_resource::graph_resource;

#[graph_resource(path = "/tasks", operations(get, update))]
struct Task {
    #[graph(key)]
    id: String,
    #[graph(required)]
    title: String,
}

fn main() {}
