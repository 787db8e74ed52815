use graph_resource::graph_enum;

#[graph_enum]
enum Color {
    #[graph(evolve)]
    Red,
    #[graph(unknown)]
    Unknown(String),
}

fn main() {}
