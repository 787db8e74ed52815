use graph_resource::graph_resource;

#[graph_resource(path = "/v1.0/users/{userId}/my tasks/{}/x?$top=5")]
struct Task {
    #[graph(key)]
    id: String,
    title: Option<String>,
}

fn main() {}
