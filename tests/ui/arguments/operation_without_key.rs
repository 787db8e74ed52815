use graph_resource::graph_resource;

#[graph_resource(path = "/me/settings", operations(get, list))]
struct Task {
    title: Option<String>,
}

fn main() {}
