use graph_resource::graph_enum;

#[graph_enum]
enum Status {
    Open,
    #[graph(rename = "open")]
    Reopened,
    #[graph(unknown)]
    Unknown(String),
}

fn main() {}
