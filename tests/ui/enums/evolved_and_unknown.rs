use graph_resource::graph_enum;

#[graph_enum]
enum Color {
    Red,
    #[graph(unknown, evolved)]
    Unknown(String),
}

fn main() {}
