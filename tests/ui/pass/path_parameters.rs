use graph_resource::graph_resource;

#[graph_resource(path = "/users/{user_id}/todo/lists/{list_id}/tasks")]
pub struct Task {
    #[graph(key)]
    pub id: String,
    pub title: Option<String>,
}

fn main() {
    let _ = Task::update("user", "list", "task").title("now");
}
