use graph_resource::graph_resource;

#[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
struct Colour(u32);

#[graph_resource(path = "/tasks")]
struct Task {
    #[graph(write_only, with = "graph_resource::edm::as_serde")]
    colour: Colour,
    title: Option<String>,
}

fn main() {}
