use graph_resource::edm::DynamicProperties;
use graph_resource::graph_resource;

#[graph_resource(path = "/tasks")]
struct Task {
    #[graph(key)]
    id: String,
    title: Option<String>,
    others_typed: Option<String>,
    #[graph(extra)]
    others: DynamicProperties,
}

fn main() {}
