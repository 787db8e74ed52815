use graph_resource::edm::DynamicProperties;
use graph_resource::{graph_complex, graph_union};

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
struct Link {
    link: Option<String>,
}

#[graph_complex(odata_type = "microsoft.graph.Link")]
#[derive(Debug, Clone, PartialEq)]
struct OtherLink {
    other: Option<String>,
}

#[graph_union]
#[derive(Debug, Clone, PartialEq)]
enum Resource {
    Link(Link),
    Other(OtherLink),
    #[graph(unknown)]
    Unknown(DynamicProperties),
}

fn main() {}
