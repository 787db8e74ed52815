use graph_resource::graph_complex;

#[graph_complex(extendable)]
#[derive(Clone, PartialEq)]
struct Part {
    name: Option<String>,
}

fn main() {}
