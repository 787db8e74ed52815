use graph_resource::graph_resource;

#[graph_resource(path = "/users")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct User {
    #[graph(key)]
    pub id: String,
    pub name: Option<String>,
}

#[test]
fn derives_work_beside_the_macro() {
    assert_eq!(User::default(), User::default().clone());
}
