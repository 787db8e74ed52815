use graph_resource::graph_resource;

#[graph_resource(path = "/lists/{title}/tasks")]
struct Task {
    #[graph(key)]
    id: String,
    #[graph(required)]
    title: String,
}

fn main() {}
