use graph_resource::graph_enum;

#[graph_enum]
#[derive(PartialOrd, Ord)]
pub enum Status {
    Open,
    #[graph(rename = "isDone")]
    Done,
    #[graph(unknown)]
    Unknown(String),
}

fn main() {
    assert_eq!(Status::Done.as_str(), "isDone");
}
