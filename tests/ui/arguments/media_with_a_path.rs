use graph_resource::graph_resource;

#[graph_resource(path = "/users/{user_id}/photo", media(content = "/$value", empty = "", query = "content?format=pdf"))]
struct ProfilePhoto {
    width: Option<i32>,
}

fn main() {}
