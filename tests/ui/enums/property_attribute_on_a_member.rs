use graph_resource::graph_enum;

#[graph_enum]
enum Status {
    #[graph(read_only)]
    Open,
    #[graph(unknown)]
    Unknown(String),
}

fn main() {}
