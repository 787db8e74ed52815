use graph_resource::graph_resource;

#[graph_resource(path = "/policies/authorizationPolicy", singleton)]
struct AuthorizationPolicy {
    #[graph(key)]
    id: String,
    display_name: Option<String>,
}

fn main() {}
