use graph_resource::graph_resource;

#[graph_resource(path = "/tasks")]
struct Task {
    #[graph(key)]
    id: String,
    #[graph(etag, write_null)]
    value: Option<String>,
    title: Option<String>,
}

fn main() {}
