use graph_resource::graph_resource;

#[graph_resource(path = "/tasks")]
#[graph(key)]
struct Task {
    title: Option<String>,
}

fn main() {}
