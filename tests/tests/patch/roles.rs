//! Read-only, write-only, create-only and required properties.

use graph_resource::{Resource, graph_resource};
use serde_json::json;

use crate::message::line;

#[graph_resource(path = "/users", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct User {
    #[graph(key)]
    id: String,
    #[graph(etag)]
    etag: Option<String>,
    #[graph(required)]
    display_name: String,
    #[graph(create_only, required)]
    mail_nickname: String,
    #[graph(create_only)]
    is_resource_account: Option<bool>,
    #[graph(write_only)]
    password: Option<String>,
    #[graph(write_only)]
    force_change: bool,
    #[graph(read_only)]
    created_date_time: Option<String>,
    #[graph(read_only)]
    sign_in_count: i64,
}

fn user() -> User {
    serde_json::from_value(json!({
        "@odata.etag": "W/\"JzEt\"",
        "id": "1",
        "displayName": "Adele",
        "mailNickname": "adele",
        "signInCount": 7,
        "password": "the service would never send it",
        "forceChange": true,
    }))
    .unwrap()
}

fn new_user() -> NewUser {
    NewUser {
        display_name: "Adele".to_owned(),
        mail_nickname: "adele".to_owned(),
    }
}

#[test]
fn a_create_takes_the_required_properties_by_name() {
    assert_eq!(
        line(&User::create(new_user())),
        r#"POST /v1.0/users {"mailNickname":"adele","displayName":"Adele"}"#
    );
}

#[graph_resource(path = "/secrets", emit_type = "never")]
struct Secret {
    #[graph(key)]
    id: String,
    #[graph(required, sensitive)]
    value: String,
    #[graph(required)]
    label: String,
}

#[test]
fn what_a_create_requires_masks_what_is_sensitive() {
    let new = NewSecret {
        value: "hunter2".to_owned(),
        label: "l".to_owned(),
    };
    let shown = format!("{new:?}");
    assert!(
        shown.contains(r#""label":"l""#) && !shown.contains("hunter2"),
        "{shown}"
    );
    assert_eq!(
        line(&Secret::create(new)),
        r#"POST /v1.0/secrets {"value":"hunter2","label":"l"}"#
    );
}

#[test]
fn a_create_carries_what_is_create_only_and_what_an_update_may_carry() {
    let create = User::create(new_user())
        .is_resource_account(false)
        .password("p")
        .force_change(true);
    assert_eq!(
        line(&create),
        r#"POST /v1.0/users {"mailNickname":"adele","isResourceAccount":false,"displayName":"Adele","password":"p","forceChange":true}"#
    );
}

#[test]
fn a_required_property_can_be_updated() {
    assert_eq!(
        line(&User::update("1").display_name("A.")),
        r#"PATCH /v1.0/users/1 {"displayName":"A."}"#
    );
}

#[test]
fn a_write_only_property_is_sent_and_never_read() {
    assert_eq!(
        line(&User::update("1").clear_password()),
        r#"PATCH /v1.0/users/1 {"password":null}"#
    );
    assert_eq!((user().password, user().force_change), (None, false));
    let patch: UserPatch = serde_json::from_value(json!({ "password": "p" })).unwrap();
    assert_eq!(patch, UserPatch::default().password("p"));
}

#[test]
fn a_write_only_property_that_was_set_is_a_difference() {
    let after = User {
        password: Some("new".to_owned()),
        ..user()
    };
    assert_eq!(
        UserPatch::between(&user(), &after),
        UserPatch::default().password("new")
    );
}

#[test]
fn read_only_properties_are_no_difference() {
    let after = User {
        id: "2".to_owned(),
        etag: None,
        mail_nickname: "other".to_owned(),
        is_resource_account: Some(true),
        created_date_time: Some("2024-01-01T00:00:00Z".to_owned()),
        sign_in_count: 8,
        ..user()
    };
    assert!(UserPatch::between(&user(), &after).is_empty());
}

#[test]
fn the_etag_is_read_verbatim_and_is_control_information_of_the_representation() {
    assert_eq!(user().etag.as_deref(), Some("W/\"JzEt\""));
    let written = serde_json::to_value(user()).unwrap();
    assert_eq!(
        written,
        json!({
            "@odata.etag": "W/\"JzEt\"",
            "id": "1",
            "displayName": "Adele",
            "mailNickname": "adele",
            "forceChange": false,
            "signInCount": 7,
        })
    );
}

/// A key that the client gives.
#[graph_resource(path = "/extensions", emit_type = "never")]
struct Extension {
    #[graph(key, required)]
    id: String,
    description: Option<String>,
}

/// A key that the client may give.
#[graph_resource(path = "/schedules", emit_type = "never")]
struct Schedule {
    #[graph(key, create_only)]
    id: String,
    description: Option<String>,
}

#[test]
fn a_key_may_be_given_on_create_and_is_never_in_the_body_of_an_update() {
    assert_eq!(
        line(&Extension::create(NewExtension { id: "e".to_owned() }).description("d")),
        r#"POST /v1.0/extensions {"id":"e","description":"d"}"#
    );
    assert_eq!(
        line(&Extension::update("e").description("d")),
        r#"PATCH /v1.0/extensions/e {"description":"d"}"#
    );
    assert_eq!(
        line(&Schedule::create().description("d")),
        r#"POST /v1.0/schedules {"description":"d"}"#
    );
    assert_eq!(
        line(&Schedule::create().id("s")),
        r#"POST /v1.0/schedules {"id":"s"}"#
    );
    let read: (Extension, Schedule) = serde_json::from_str(r#"[{"id":"e"},{"id":"s"}]"#).unwrap();
    assert_eq!(
        (read.0.id, read.0.description, read.1.id, read.1.description),
        ("e".into(), None, "s".into(), None)
    );
}

#[test]
fn a_create_without_any_property_sends_an_empty_object() {
    assert_eq!(line(&Schedule::create()), "POST /v1.0/schedules {}");
}

#[graph_resource(path = "/credentials", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct Credential {
    #[graph(key)]
    id: String,
    name: Option<String>,
    #[graph(create_only, write_only)]
    secret: Option<String>,
    #[graph(create_only, write_only, required)]
    seed: String,
}

#[test]
fn a_create_only_property_may_also_be_write_only() {
    let new = NewCredential {
        seed: "seed".to_owned(),
    };
    let create = Credential::create(new).secret("s").name("n");
    assert_eq!(
        line(&create),
        r#"POST /v1.0/credentials {"secret":"s","seed":"seed","name":"n"}"#
    );
    let json =
        json!({ "id": "1", "secret": "the service would never send it", "seed": "nor this" });
    let read: Credential = serde_json::from_value(json).unwrap();
    assert_eq!((read.secret, read.seed.as_str()), (None, ""));
    let error = serde_json::from_value::<CredentialPatch>(json!({ "seed": "x" })).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`seed` can be given on create only, an update of microsoft.graph.credential cannot carry it"
    );
    let property = Credential::INFO.type_info().property("secret").unwrap();
    assert!(property.is_create_only() && property.is_write_only());
}
