use graph_resource::graph_resource;

#[graph_resource(path = "/tasks", odata_type = "todoTask")]
struct Task {
    #[graph(key)]
    id: String,
    title: Option<String>,
}

fn main() {}
