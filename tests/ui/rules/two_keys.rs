use graph_resource::graph_resource;

#[graph_resource(path = "/tasks")]
struct Task {
    #[graph(key)]
    id: String,
    #[graph(key)]
    group_id: String,
    title: Option<String>,
}

fn main() {}
