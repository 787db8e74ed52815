use graph_resource::graph_resource;

#[graph_resource(path = "/messages")]
pub struct Message {
    #[graph(key)]
    pub id: String,
    #[graph(setter = "set_send")]
    pub send: Option<String>,
    #[graph(setter = "attachments")]
    pub with_attachments: bool,
    pub title: Option<String>,
    #[graph(setter = "title_is_cleared")]
    pub clear_title: bool,
}

#[test]
fn a_setter_may_have_another_name() {
    let _ = Message::update("m")
        .set_send("now")
        .attachments(true)
        .clear_title()
        .title_is_cleared(true);
}
