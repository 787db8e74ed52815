use graph_resource::graph_resource;

#[graph_resource(path = "/tasks")]
pub struct Task {
    #[graph(key)]
    pub id: String,
    pub due: Option<time::OffsetDateTime>,
}

fn main() {
    let _ = Task::update("1").due("2024-01-01T00:00:00Z");
}
