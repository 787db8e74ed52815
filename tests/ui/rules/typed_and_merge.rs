use graph_resource::graph_complex;

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
struct Attributes {
    #[graph(typed, merge)]
    parts: Option<Box<Attributes>>,
}

fn main() {}
