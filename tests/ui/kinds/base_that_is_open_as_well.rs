use graph_resource::edm::DynamicProperties;
use graph_resource::graph_complex;

#[graph_complex(extensible)]
#[derive(Debug, Clone, PartialEq)]
struct Thing {
    #[graph(extra)]
    others: DynamicProperties,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
struct Car {
    #[graph(base)]
    base: Thing,
    #[graph(extra)]
    others: DynamicProperties,
}

fn main() {}
