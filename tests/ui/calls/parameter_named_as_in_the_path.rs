use graph_resource::graph_action;

#[graph_action(path = "/users/{user_id}/move")]
struct Move {
    user_id: String,
}

fn main() {}
