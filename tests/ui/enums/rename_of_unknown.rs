use graph_resource::graph_enum;

#[graph_enum]
enum Status {
    Open,
    #[graph(unknown, rename = "other")]
    Unknown(String),
}

fn main() {}
