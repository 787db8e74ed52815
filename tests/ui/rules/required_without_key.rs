use graph_resource::graph_resource;

#[graph_resource(path = "/me/settings")]
struct Task {
    #[graph(required)]
    title: String,
}

fn main() {}
