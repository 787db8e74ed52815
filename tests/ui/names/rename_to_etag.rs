use graph_resource::graph_resource;

#[graph_resource(path = "/tasks")]
struct Task {
    #[graph(key)]
    id: String,
    #[graph(rename = "@odata.etag")]
    etag: Option<String>,
}

fn main() {}
