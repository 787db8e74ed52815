use graph_resource::graph_resource;

#[graph_resource(path = "/tasks")]
struct Task {
    #[graph(with = "no_such_module")]
    colour: Option<String>,
}

fn main() {}
