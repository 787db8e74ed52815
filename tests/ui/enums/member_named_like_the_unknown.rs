use graph_resource::graph_enum;

#[graph_enum]
pub enum Colour {
    Red,
    Unknown,
    #[graph(unknown)]
    Unknown(String),
}

fn main() {}
