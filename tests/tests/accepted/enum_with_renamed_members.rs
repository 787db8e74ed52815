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

#[test]
fn members_of_an_enum_may_be_renamed() {
    assert_eq!(Status::Done.as_str(), "isDone");
}
