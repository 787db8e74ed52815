use graph_resource::graph_resource;

#[graph_resource(path = "/lists/{list_id}/tasks", operations(get, create, update))]
pub struct Task {
    #[graph(key)]
    pub id: String,
    #[graph(required)]
    pub title: String,
    #[graph(required)]
    pub owner: String,
    pub importance: i32,
    pub note: Option<String>,
    #[graph(read_only)]
    pub created_by: Option<String>,
    #[graph(create_only)]
    pub kind: Option<String>,
}

fn main() {
    let _ = Task::create("l", "Milk", "Ada");
}
