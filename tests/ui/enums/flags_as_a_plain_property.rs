use graph_resource::{graph_enum, graph_resource};

#[graph_enum(flags)]
enum Color {
    Red,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_resource(path = "/tasks")]
struct Task {
    #[graph(key)]
    id: String,
    title: Option<String>,
    color: Option<Color>,
}

fn main() {}
