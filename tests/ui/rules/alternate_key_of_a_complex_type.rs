use graph_resource::graph_complex;

#[graph_complex]
struct Identity {
    #[graph(alternate_key)]
    id: Option<String>,
}

fn main() {}
