use graph_resource::graph_resource;

#[graph_resource(path = "/lists/{listId}/tasks", verison = "beta", operations(get, udpate, create))]
#[derive(Clone, serde::Serialize)]
pub struct Task {
    #[graph(key, rename = "task id")]
    pub id: String,
    #[graph(required, required)]
    pub title: String,
    pub note: Option<String>,
    #[graph(readonly)]
    pub created_by: Option<String>,
    #[graph(read_only, write_only)]
    pub secret: Option<String>,
    #[serde(default)]
    pub tags: Vec<String>,
    pub send: Option<String>,
    #[graph(rename = "note")]
    pub comment: Option<String>,
    #[graph(etag)]
    pub etag: String,
}

// There are no mistakes below this line.
pub fn renamed(client: &graph_resource::Client, task: &Task) {
    let patch = TaskPatch {
        note: graph_resource::Change::Clear,
        ..TaskPatch::default()
    };
    let request = Task::update("list", &task.id)
        .with_patch(patch.tags(["a".to_owned()]))
        .title("now")
        .clear_note()
        .comment("then")
        .with_if_match(task.etag.clone());
    drop(request.send(client));
    let new = NewTask { title: "new".to_owned() };
    drop(Task::create("list", new).note("now").send(client));
    drop(Task::get("list", "task").send(client));
}

fn main() {}
