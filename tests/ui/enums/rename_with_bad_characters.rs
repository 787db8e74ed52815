use graph_resource::graph_enum;

#[graph_enum]
enum Status {
    #[graph(rename = "not started")]
    NotStarted,
    #[graph(unknown)]
    Unknown(String),
}

fn main() {}
