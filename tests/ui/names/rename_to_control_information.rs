use graph_resource::graph_resource;

#[graph_resource(path = "/tasks")]
struct Task {
    #[graph(key)]
    id: String,
    #[graph(rename = "@odata.type")]
    type_name: Option<String>,
}

fn main() {}
