use graph_resource::graph_resource;

#[graph_resource(path = "/tasks", retries = 3)]
pub struct Task {
    #[graph(key)]
    pub id: String,
    pub title: Option<String>,
}

// There are no mistakes below this line.
pub fn uses(client: &graph_resource::Client, task: Task) -> String {
    let patch = TaskPatch::default().title("now");
    let request = Task::update(&task.id).with_patch(patch).clear_title();
    drop(request.send(client));
    drop(Task::list().send(client));
    serde_json::to_string(&task).unwrap()
}

fn main() {}
