//! A resource has the same operations at each of its addresses.

use graph_resource::{Request, Resource, graph_resource};
use uuid::Uuid;

use crate::support::http;

#[graph_resource(
    path = "/users/{user_id}/messages",
    also(
        me = "/me/messages",
        in_folder = "/users/{user_id}/mailFolders/{folder_id}/messages",
        r#type(path = "/me/latestMessage", singleton),
    ),
    emit_type = "never"
)]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Message {
    #[graph(key)]
    id: String,
    subject: Option<String>,
    #[graph(create_only)]
    origin: Option<String>,
}

#[graph_resource(
    path = "/teams/{team_id}/shifts",
    also(mine = "/me/shifts", current(path = "/me/shift", singleton)),
    update(method = "PUT"),
    emit_type = "never"
)]
#[derive(Debug, Clone, PartialEq)]
struct Shift {
    #[graph(key)]
    id: String,
    user_id: Option<String>,
}

/// A resource without a key, whose addresses are all its own.
#[graph_resource(
    path = "/users/{user_id}/mailboxSettings",
    also(me = "/me/mailboxSettings"),
    emit_type = "never"
)]
#[derive(Debug)]
struct MailboxSettings {
    time_zone: Option<String>,
}

#[graph_resource(path = "/sites", also(of_hub = "/hubs/{hub_id}/sites"))]
#[derive(Debug)]
struct Site {
    #[graph(key)]
    number: i64,
    name: Option<String>,
}

#[graph_resource(
    path = "/skus",
    also(mine = "/me/skus"),
    operations(list, get),
    select = "never"
)]
#[derive(Debug)]
struct Sku {
    #[graph(key)]
    id: Uuid,
}

#[graph_resource(path = "/base", extensible)]
#[derive(Debug, Clone, PartialEq)]
struct Base {
    #[graph(key)]
    id: String,
}

#[graph_resource(path = "/derived", also(mine = "/me/derived"))]
#[derive(Debug)]
struct Derived {
    #[graph(base)]
    base: Base,
    name: Option<String>,
}

#[graph_resource(
    path = "/groups/{group_id}/members",
    also(of_team = "/teams/{team_id}/members"),
    emit_type = "never"
)]
#[derive(Debug)]
struct Member {
    #[graph(key)]
    id: String,
    #[graph(required)]
    display_name: String,
    #[graph(required, create_only)]
    user_id: String,
    roles: Vec<String>,
}

#[graph_resource(path = "/boxes", also(mine = "/me/boxes"), emit_type = "never")]
#[derive(Debug)]
struct Boxed<T> {
    #[graph(key)]
    id: String,
    content: Option<T>,
}

fn line(request: &impl Request) -> String {
    let http = http(request).unwrap();
    let uri = http.uri().to_string();
    let path = uri
        .strip_prefix("https://graph.microsoft.com/v1.0")
        .unwrap();
    format!(
        "{} {path} {}",
        http.method(),
        String::from_utf8_lossy(http.body())
    )
}

#[test]
fn every_operation_exists_at_a_further_address() {
    let message = Message {
        id: "1".to_owned(),
        subject: Some("s".to_owned()),
        origin: None,
    };
    let select = "?$select=id,subject,origin";
    let of_folder = "/users/ada/mailFolders/a%2Fb/messages";
    let in_folder = || Message::in_folder("ada", "a/b");
    for (line, expected) in [
        (
            line(&Message::me().list()),
            format!("GET /me/messages{select} "),
        ),
        (
            line(&Message::me().get("x y")),
            format!("GET /me/messages/x%20y{select} "),
        ),
        (
            line(&Message::me().update("1").subject("s")),
            r#"PATCH /me/messages/1 {"subject":"s"}"#.to_owned(),
        ),
        (
            line(&in_folder().delete("1")),
            format!("DELETE {of_folder}/1 "),
        ),
        (
            line(&in_folder().create().origin("o").subject("s")),
            format!(r#"POST {of_folder} {{"origin":"o","subject":"s"}}"#),
        ),
        (
            line(&in_folder().create_from(&message)),
            format!(r#"POST {of_folder} {{"subject":"s"}}"#),
        ),
        (
            line(&Message::r#type().get()),
            format!("GET /me/latestMessage{select} "),
        ),
        (
            line(&Message::r#type().update().clear_subject()),
            r#"PATCH /me/latestMessage {"subject":null}"#.to_owned(),
        ),
        (
            line(&Message::r#type().delete()),
            "DELETE /me/latestMessage ".to_owned(),
        ),
    ] {
        assert_eq!(line, expected);
    }
}

#[test]
fn what_a_create_requires_is_required_at_every_address() {
    let new = NewMember {
        display_name: "Ada".to_owned(),
        user_id: "1".to_owned(),
    };
    assert_eq!(
        line(&Member::of_team("t").create(new).roles(["owner"])),
        r#"POST /teams/t/members {"userId":"1","displayName":"Ada","roles":["owner"]}"#
    );
}

#[test]
fn a_replacement_has_its_key_from_the_value_at_every_address() {
    let shift = Shift {
        id: "a/b".to_owned(),
        user_id: Some("u".to_owned()),
    };
    let body = r#"{"userId":"u"}"#;
    assert_eq!(
        line(&Shift::mine().replace(&shift)),
        format!("PUT /me/shifts/a%2Fb {body}")
    );
    assert_eq!(
        line(&Shift::current().replace(&shift)),
        format!("PUT /me/shift {body}")
    );
    let nameless = Shift {
        id: String::new(),
        user_id: None,
    };
    let error = http(&Shift::mine().replace(nameless)).unwrap_err();
    assert!(error.message().starts_with("`id` "), "{error}");
}

#[test]
fn a_resource_without_a_key_is_one_at_every_address() {
    assert_eq!(
        line(&MailboxSettings::me().get()),
        "GET /me/mailboxSettings?$select=timeZone "
    );
    assert_eq!(
        line(&MailboxSettings::me().update().time_zone("UTC")),
        r#"PATCH /me/mailboxSettings {"timeZone":"UTC"}"#
    );
}

#[test]
fn a_key_is_of_its_type_at_every_address() {
    assert_eq!(
        line(&Site::of_hub("h").delete(7)),
        "DELETE /hubs/h/sites/7 "
    );
    let id = Uuid::from_u128(1);
    let path = "GET /me/skus/00000000-0000-0000-0000-000000000001 ";
    let borrowed = &id;
    assert_eq!(line(&Sku::mine().get(borrowed)), path);
    assert_eq!(line(&Sku::mine().get(id)), path);
    assert_eq!(line(&Derived::mine().get("1")), "GET /me/derived/1 ");
    assert_eq!(
        line(&Boxed::<String>::mine().update("1").content("c")),
        r#"PATCH /me/boxes/1 {"content":"c"}"#
    );
}

#[test]
fn what_is_wrong_with_an_address_is_said_when_a_request_is_built() {
    for (error, expected) in [
        (
            http(&Message::in_folder("", "..").get("1")).unwrap_err(),
            "`user_id` is empty",
        ),
        (
            http(&Message::in_folder("ada", "..").list()).unwrap_err(),
            "`folder_id` is `..`",
        ),
        (
            http(&Message::me().delete("")).unwrap_err(),
            "`id` is empty",
        ),
    ] {
        assert!(error.message().starts_with(expected), "{error}");
    }
}

#[test]
fn the_template_of_a_request_is_that_of_its_address() {
    let request = Message::in_folder("ada", "inbox").get("1");
    assert_eq!(
        request.path_template(),
        "/users/{user_id}/mailFolders/{folder_id}/messages/{id}"
    );
    let shown = format!("{:?}", Message::in_folder("ada", "inbox"));
    assert!(
        shown.contains("{user_id}") && !shown.contains("ada"),
        "{shown}"
    );
}

#[test]
fn the_addresses_are_data() {
    let further = Message::INFO.further_addresses();
    let further: Vec<_> = further
        .iter()
        .map(|address| (address.name(), address.path(), address.item_path()))
        .collect();
    let of_folder = "/users/{user_id}/mailFolders/{folder_id}/messages";
    assert_eq!(
        further,
        [
            ("me", "/me/messages", "/me/messages/{id}"),
            ("in_folder", of_folder, &format!("{of_folder}/{{id}}")),
            ("type", "/me/latestMessage", "/me/latestMessage"),
        ]
    );
    let derived = Derived::INFO.further_addresses();
    assert_eq!(derived[0].item_path(), "/me/derived/{id}");
}
