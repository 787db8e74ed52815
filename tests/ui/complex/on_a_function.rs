use graph_resource::graph_complex;

#[graph_complex]
fn main() {}
