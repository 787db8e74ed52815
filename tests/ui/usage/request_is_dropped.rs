use graph_resource::graph_resource;

#[graph_resource(path = "/tasks")]
pub struct Task {
    #[graph(key)]
    pub id: String,
    pub title: Option<String>,
}

#[deny(unused_must_use)]
fn main() {
    Task::update("t").title("now");
}
