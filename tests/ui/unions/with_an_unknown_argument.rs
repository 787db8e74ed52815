use graph_resource::edm::DynamicProperties;
use graph_resource::{graph_complex, graph_union};

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
struct Part {
    name: Option<String>,
}

#[graph_union(emit_type = "never")]
enum Shape {
    Part(Part),
    #[graph(unknown)]
    Unknown(DynamicProperties),
}

fn main() {}
