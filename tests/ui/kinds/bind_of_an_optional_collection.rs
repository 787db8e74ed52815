use graph_resource::{Reference, graph_complex};

#[graph_complex]
#[derive(Clone, PartialEq)]
struct Member {
    #[graph(bind)]
    sponsors: Option<Vec<Reference>>,
}

fn main() {}
