use graph_resource::graph_resource;

#[graph_resource(path = "https://graph.microsoft.com/v1.0/users")]
struct Task {
    #[graph(key)]
    id: String,
    title: Option<String>,
}

fn main() {}
