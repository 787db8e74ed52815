use graph_resource::graph_enum;

#[graph_enum]
fn status() {}

fn main() {}
