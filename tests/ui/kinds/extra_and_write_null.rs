use graph_resource::edm::DynamicProperties;
use graph_resource::graph_resource;

#[graph_resource(path = "/tasks")]
struct Task {
    #[graph(key)]
    id: String,
    #[graph(extra, write_null)]
    others: DynamicProperties,
}

fn main() {}
