use graph_resource::graph_resource;

#[derive(Clone, PartialEq)]
struct Colour(u32);

#[graph_resource(path = "/tasks")]
struct Task {
    #[graph(read_only)]
    colour: Option<Colour>,
}

fn main() {}
