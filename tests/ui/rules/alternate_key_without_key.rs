use graph_resource::graph_resource;

#[graph_resource(path = "/me")]
struct Me {
    #[graph(alternate_key)]
    user_principal_name: Option<String>,
    display_name: Option<String>,
}

fn main() {
    let _ = Me::get();
}
