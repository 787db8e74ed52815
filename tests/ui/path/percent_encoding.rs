use graph_resource::graph_resource;

#[graph_resource(path = "/my%20tasks")]
struct Task {
    #[graph(key)]
    id: String,
    title: Option<String>,
}

fn main() {}
