use graph_resource::graph_complex;

#[graph_complex(path = "/parts")]
#[derive(Clone, PartialEq)]
struct Part {
    name: Option<String>,
}

fn main() {}
