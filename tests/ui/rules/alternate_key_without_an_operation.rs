use graph_resource::graph_resource;

#[graph_resource(path = "/applications", operations(list, create))]
struct Application {
    #[graph(key)]
    id: String,
    #[graph(alternate_key)]
    app_id: Option<String>,
}

fn main() {}
