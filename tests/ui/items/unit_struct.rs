use graph_resource::graph_resource;

#[graph_resource(path = "/tasks")]
struct Task;

fn main() {}
