use graph_resource::graph_resource;

#[graph_resource(path = "https://graph.microsoft.com/v1.0/users/{user_id}/tasks")]
pub struct Task {
    #[graph(key)]
    pub id: String,
    pub title: Option<String>,
}

// There are no mistakes below this line.
pub fn uses(client: &graph_resource::Client, task: Task) -> String {
    let patch = TaskPatch::default().title("now");
    let request = Task::update("u", &task.id).with_patch(patch).clear_title();
    drop(request.send(client));
    drop(Task::list("u").send(client));
    serde_json::to_string(&task).unwrap()
}

fn main() {}
