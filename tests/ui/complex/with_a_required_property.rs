use graph_resource::graph_complex;

#[graph_complex]
#[derive(Clone, PartialEq)]
struct Part {
    name: Option<String>,
    #[graph(required)]
    size: i32,
}

fn main() {}
