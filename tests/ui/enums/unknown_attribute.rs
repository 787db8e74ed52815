use graph_resource::graph_enum;

#[graph_enum]
enum Status {
    Open,
    #[graph(unkown)]
    Unknown(String),
}

fn main() {}
