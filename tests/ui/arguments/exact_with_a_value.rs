use graph_resource::graph_complex;

#[graph_complex(exact = true)]
#[derive(Debug, Clone, PartialEq)]
struct Thing {
    name: Option<String>,
}

fn main() {}
