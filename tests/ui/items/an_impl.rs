use graph_resource::graph_resource;

struct Task;

#[graph_resource(path = "/tasks")]
impl Task {
    fn title(&self) {}
}

fn main() {}
