use graph_resource::graph_resource;

#[graph_resource(path = "/tasks")]
pub struct Task {
    #[graph(key)]
    pub id: String,
    pub is_done: Option<bool>,
}

fn main() {
    let _ = Task::update("1").is_done(Some(true));
}
