use graph_resource::graph_resource;

#[graph_resource(path = "/applications")]
struct Application {
    #[graph(key)]
    id: String,
    #[graph(read_only, alternate_key)]
    app_id: Option<String>,
    display_name: Option<String>,
}

fn main() {
    let _ = Application::upsert_by_app_id("1");
}
