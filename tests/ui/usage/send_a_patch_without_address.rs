use graph_resource::graph_resource;

#[graph_resource(path = "/tasks")]
pub struct Task {
    #[graph(key)]
    pub id: String,
    pub title: Option<String>,
}

pub fn send(client: &graph_resource::Client) {
    drop(TaskPatch::default().title("now").send(client));
}

fn main() {}
