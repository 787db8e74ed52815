use graph_resource::graph_resource;

#[graph_resource(path = "/tenants/{app_id}/applications")]
struct Application {
    #[graph(key)]
    id: String,
    #[graph(alternate_key)]
    app_id: Option<String>,
}

fn main() {
    let _ = Application::get_by_app_id("1");
}
