use graph_resource::graph_resource;

#[graph_resource(path = "/tasks")]
struct Task {
    #[graph(key)]
    id: String,
    #[graph(read_only, write_null)]
    value: Option<i32>,
    title: Option<String>,
}

fn main() {}
