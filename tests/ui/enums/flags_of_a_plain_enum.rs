use graph_resource::edm::Flags;
use graph_resource::{graph_enum, graph_resource};

#[graph_enum]
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
    color: Option<Flags<Color>>,
}

fn main() {}
