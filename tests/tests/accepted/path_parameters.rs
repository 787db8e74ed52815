use graph_resource::graph_resource;

#[graph_resource(path = "/users/{user_id}/todo/lists/{list_id}/tasks")]
pub struct Task {
    #[graph(key)]
    pub id: String,
    pub title: Option<String>,
}

#[test]
fn a_path_may_have_parameters() {
    let _ = Task::update("user", "list", "task").title("now");
}
