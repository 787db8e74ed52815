use graph_resource::graph_resource;

#[graph_resource(path = "/tasks")]
pub struct Task {
    #[graph(key)]
    pub id: String,
    pub title: Option<String>,
}

fn main() {
    let task = Task {
        id: "1".to_owned(),
        title: None,
    };
    let _ = Task::replace(&task);
}
