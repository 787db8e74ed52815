use graph_resource::graph_resource;

#[graph_resource(path = "/tasks")]
struct Task {
    #[graph(key, on_select)]
    id: String,
    title: Option<String>,
}

fn main() {}
