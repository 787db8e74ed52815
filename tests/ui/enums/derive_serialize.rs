use graph_resource::graph_enum;

#[graph_enum]
#[derive(serde::Serialize)]
enum Status {
    Open,
    #[graph(unknown)]
    Unknown(String),
}

fn main() {}
