use graph_resource::graph_resource;

mod text {
    use serde::{Deserializer, Deserialize};

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
        String::deserialize(deserializer)
    }
}

#[graph_resource(path = "/tasks")]
struct Task {
    #[graph(with = "text")]
    colour: Option<String>,
}

fn main() {}
