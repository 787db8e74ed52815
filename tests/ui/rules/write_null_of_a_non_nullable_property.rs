use graph_resource::graph_resource;

#[graph_resource(path = "/tasks")]
struct Task {
    #[graph(key)]
    id: String,
    #[graph(write_null)]
    value: i32,
    title: Option<String>,
}

fn main() {}
