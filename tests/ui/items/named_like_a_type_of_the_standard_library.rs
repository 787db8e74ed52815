use graph_resource::graph_enum;

#[graph_enum]
pub enum Option {
    Red,
    #[graph(unknown)]
    Unknown(std::string::String),
}

fn main() {}
