use graph_resource::graph_resource;

#[graph_resource(path = "/users")]
#[derive(Clone, PartialEq)]
pub struct User {
    #[graph(key)]
    pub id: String,
    #[graph(write_only, sensitive)]
    pub password: Option<String>,
}

#[test]
fn sensitive_properties_do_not_need_a_derived_debug() {
    let user = User {
        id: "u".to_owned(),
        password: Some("secret".to_owned()),
    };
    assert!(!format!("{user:?}").contains("secret"));
}
