use graph_resource::graph_resource;

#[graph_resource(path = "/tasks")]
#[derive(Debug, Clone)]
struct Task {
    #[graph(write_only, sensitive)]
    secret: Option<String>,
}

fn shows(task: &Task) -> String {
    format!("{task:?}")
}

fn main() {}
