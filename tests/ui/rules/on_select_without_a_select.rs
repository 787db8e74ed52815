use graph_resource::edm::DynamicProperties;
use graph_resource::graph_resource;

#[graph_resource(path = "/tasks")]
struct Task {
    #[graph(key)]
    id: String,
    #[graph(on_select)]
    title: Option<String>,
    #[graph(extra)]
    others: DynamicProperties,
}

fn main() {}
