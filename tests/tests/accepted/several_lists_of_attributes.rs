use graph_resource::graph_resource;

#[rustfmt::skip]
#[graph_resource(path = "/users", odata_type = "microsoft.graph.user", emit_type = "never",)]
pub struct User {
    #[graph(key)]
    #[graph(rename = "userId",)]
    pub id: String,
    #[graph(required,)]
    #[graph(sensitive)]
    pub name: String,
}

#[test]
fn attributes_may_stand_in_several_lists() {
    let _ = User::create(NewUser {
        name: "Ada".to_owned(),
    });
}
