use graph_resource::graph_resource;

#[graph_resource(path = 5)]
struct Task {
    #[graph(key)]
    id: String,
    title: Option<String>,
}

fn main() {}
