use graph_resource::graph_enum;

#[graph_enum(flag)]
enum Color {
    Red,
    #[graph(unknown)]
    Unknown(String),
}

fn main() {}
