use graph_resource::edm::DynamicProperties;
use graph_resource::graph_resource;

#[graph_resource(path = "/tasks")]
struct Task {
    #[graph(key)]
    id: String,
    title: Option<String>,
    #[graph(extra, rename = "others")]
    others: DynamicProperties,
}

fn main() {}
