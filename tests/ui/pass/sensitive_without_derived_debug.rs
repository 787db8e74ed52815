use graph_resource::graph_resource;

#[graph_resource(path = "/users")]
#[derive(Clone, PartialEq)]
pub struct User {
    #[graph(key)]
    pub id: String,
    #[graph(write_only, sensitive)]
    pub password: Option<String>,
}

fn main() {
    let user = User {
        id: "u".to_owned(),
        password: Some("secret".to_owned()),
    };
    assert!(!format!("{user:?}").contains("secret"));
}
