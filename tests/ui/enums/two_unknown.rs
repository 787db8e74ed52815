use graph_resource::graph_enum;

#[graph_enum]
enum Status {
    Open,
    #[graph(unknown)]
    Unknown(String),
    #[graph(unknown)]
    Other(String),
}

fn main() {}
