use graph_resource::graph_resource;

#[graph_resource(path = "/tasks")]
pub struct Task {
    #[graph(key)]
    pub id: String,
    pub tags: Vec<String>,
}

fn main() {
    let _ = Task::update("1").tags("a");
}
