use graph_resource::graph_resource;

#[graph_resource(path = "/tasks")]
struct Task(String, Option<String>);

fn main() {}
