use graph_resource::graph_resource;

#[graph_resource(path = "/users?$top=5")]
struct Task {
    #[graph(key)]
    id: String,
    title: Option<String>,
}

fn main() {}
