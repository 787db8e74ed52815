use graph_resource::edm::DynamicProperties;
use graph_resource::{graph_complex, graph_union};

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
struct Part {
    name: Option<String>,
}

#[graph_union(path = "/parts/{id}")]
enum Any {
    Part(Part),
    #[graph(unknown)]
    Other(DynamicProperties),
}

fn main() {}
