use graph_resource::graph_resource;

#[graph_resource(path = "/tasks")]
pub struct Task {
    #[graph(key)]
    pub id: String,
    pub title: Option<String>,
}

#[graph_resource(path = "/lists")]
pub struct List {
    #[graph(key)]
    pub id: String,
    pub title: Option<String>,
}

fn main() {
    let _ = Task::update("t").with_patch(ListPatch::default());
}
