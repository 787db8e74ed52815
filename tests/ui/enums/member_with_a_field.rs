use graph_resource::graph_enum;

#[graph_enum]
enum Status {
    Open(u32),
    #[graph(unknown)]
    Unknown(String),
}

fn main() {}
