use graph_resource::graph_resource;

#[graph_resource(path = "/me/settings", update(method = "PUT", with_key))]
struct Settings {
    time_zone: Option<String>,
}

fn main() {}
