use graph_resource::graph_resource;

#[graph_resource(path =)]
struct Task {
    #[graph(key)]
    id: String,
    title: Option<String>,
}

fn main() {}
