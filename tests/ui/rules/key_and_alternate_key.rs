use graph_resource::graph_resource;

#[graph_resource(path = "/applications")]
struct Application {
    #[graph(key, alternate_key)]
    id: String,
    display_name: Option<String>,
}

fn main() {}
