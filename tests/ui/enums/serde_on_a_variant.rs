use graph_resource::graph_enum;

#[graph_enum]
enum Status {
    #[serde(rename = "isOpen")]
    Open,
    #[graph(unknown)]
    Unknown(String),
}

fn main() {}
