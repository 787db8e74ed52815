use graph_resource::graph_resource;

#[graph_resource(path = "/tasks")]
enum Task {
    Open,
    Done,
}

fn main() {}
