use graph_resource::graph_resource;

#[graph_resource(path = "/tasks", odata_type = "#microsoft.graph.todoTask")]
struct Task {
    #[graph(key)]
    id: String,
    title: Option<String>,
}

fn main() {}
