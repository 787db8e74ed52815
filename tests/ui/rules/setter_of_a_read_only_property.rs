use graph_resource::graph_resource;

#[graph_resource(path = "/tasks")]
struct Task {
    #[graph(key)]
    id: String,
    #[graph(read_only, setter = "set_title")]
    title: Option<String>,
}

fn main() {}
