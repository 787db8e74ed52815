use graph_resource::graph_resource;

#[graph_resource(path = "/things")]
pub struct Thing {
    #[graph(key)]
    pub id: String,
    pub header: Option<String>,
    pub query: Option<String>,
    pub patch: Option<String>,
    pub update: Option<String>,
    pub client: Option<String>,
    pub r#type: Option<String>,
    pub value: Option<String>,
}

#[test]
fn properties_may_be_named_like_parts_of_a_request() {
    let _ = Thing::update("t")
        .header("a")
        .query("b")
        .patch("c")
        .update("d")
        .client("e")
        .r#type("f")
        .value("g");
}
