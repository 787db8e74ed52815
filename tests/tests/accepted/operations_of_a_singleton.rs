use graph_resource::graph_resource;

#[graph_resource(
    path = "/me/mailboxSettings",
    operations(get, update),
    update(method = "PUT")
)]
pub struct MailboxSettings {
    pub time_zone: Option<String>,
}

#[test]
fn a_singleton_may_limit_its_operations() {
    let _ = MailboxSettings::get();
    let _ = MailboxSettings::replace(MailboxSettings {
        time_zone: Some("UTC".to_owned()),
    });
}
