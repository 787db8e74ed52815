use graph_resource::graph_resource;

#[graph_resource(path = "/users/{user_id}/photo", media = "$value")]
struct ProfilePhoto {
    width: Option<i32>,
}

fn main() {}
