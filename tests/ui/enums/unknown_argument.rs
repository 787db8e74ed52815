use graph_resource::graph_enum;

#[graph_enum(path = "/statuses")]
enum Status {
    Open,
    #[graph(unknown)]
    Unknown(String),
}

fn main() {}
