use graph_resource::edm::DynamicProperties;
use graph_resource::{graph_complex, graph_union};

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
struct Part {
    name: Option<String>,
}

#[graph_union(path = "/parts")]
enum Any {
    Part(Part),
    #[graph(unknown)]
    Other(DynamicProperties),
}

fn main() {
    let _ = Any::update("1", OtherPatch::default());
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
struct Other {
    name: Option<String>,
}
