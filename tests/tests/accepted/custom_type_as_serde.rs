use graph_resource::graph_resource;

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Colour(u32);

#[graph_resource(path = "/tasks")]
pub struct Task {
    #[graph(key)]
    pub id: String,
    #[graph(with = "graph_resource::edm::as_serde")]
    pub colour: Option<Colour>,
}

#[test]
fn a_property_may_have_a_type_that_serde_reads_and_writes() {
    let _ = Task::update("t").colour(Colour(5));
}
