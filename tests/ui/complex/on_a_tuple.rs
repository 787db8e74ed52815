use graph_resource::graph_complex;

#[graph_complex]
struct Part(String);

fn main() {}
