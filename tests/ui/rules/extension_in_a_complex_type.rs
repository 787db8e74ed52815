use graph_resource::graph_complex;

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
struct Part {
    #[graph(extension)]
    title: Option<String>,
}

fn main() {}
