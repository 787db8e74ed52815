use graph_resource::graph_resource;

#[graph_resource(path = "/tasks")]
pub fn task() {}

fn main() {}
