use graph_resource::graph_enum;

#[graph_enum]
enum Status {
    Open,
    #[graph(unknown)]
    Unknown,
}

fn main() {}
