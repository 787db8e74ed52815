use graph_resource::graph_enum;

#[graph_enum(flags = "true")]
enum Color {
    Red,
    #[graph(unknown)]
    Unknown(String),
}

fn main() {}
