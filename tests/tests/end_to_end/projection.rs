//! What a service answers by itself is less than what a struct declares.

use graph_resource::{Client, ErrorKind, Get, Updated, graph_resource};
use graph_resource_emulator::Emulator;
use serde_json::json;

use crate::support::client;

/// The properties that Microsoft Graph answers without `$select` ("user resource type").
const DEFAULT: [&str; 11] = [
    "businessPhones",
    "displayName",
    "givenName",
    "id",
    "jobTitle",
    "mail",
    "mobilePhone",
    "officeLocation",
    "preferredLanguage",
    "surname",
    "userPrincipalName",
];

#[graph_resource(path = "/users")]
#[derive(Debug, Clone, PartialEq)]
struct User {
    #[graph(key)]
    id: String,
    account_enabled: bool,
    mobile_phone: Option<String>,
    department: Option<String>,
    other_mails: Vec<String>,
    #[graph(navigation, expand)]
    manager: Option<Box<Manager>>,
}

/// The same type, for what the other reads as a relationship.
#[graph_resource(path = "/users", odata_type = "microsoft.graph.user")]
#[derive(Debug, Clone, PartialEq)]
struct Manager {
    #[graph(key)]
    id: String,
    #[graph(on_select)]
    department: Option<String>,
}

fn start() -> (Emulator, Client) {
    let emulator = Emulator::builder()
        .serve::<User>()
        .default_properties::<User>(DEFAULT)
        .start()
        .unwrap();
    for id in ["1", "2"] {
        let user = json!({
            "id": id,
            "accountEnabled": true,
            "mobilePhone": "+1",
            "department": "R&D",
            "otherMails": ["a@contoso.com"],
        });
        emulator.insert("/users", user).unwrap();
    }
    let client = client(&emulator);
    (emulator, client)
}

#[tokio::test]
async fn a_struct_is_read_whole_from_a_service_that_answers_less() {
    let (_emulator, client) = start();
    let user = User::get("1").send(&client).await.unwrap();
    assert!(user.account_enabled);
    assert_eq!(user.department.as_deref(), Some("R&D"));
    let page = User::list().send(&client).await.unwrap();
    assert_eq!(page.value[0], user);
}

#[tokio::test]
async fn without_select_the_service_decides() {
    let (_emulator, client) = start();
    let get = User::get("1").without_select().send(&client).await;
    let error = get.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnexpectedAnswer);
    let source = std::error::Error::source(&error).unwrap().to_string();
    assert!(source.contains("`accountEnabled` is missing"), "{source}");
    assert!(source.contains("`$select`"), "{source}");
}

#[tokio::test]
async fn an_edit_clears_what_the_service_does_not_answer_by_itself() {
    let (emulator, client) = start();
    let edit = User::get("1").modify(|user| {
        user.department = None;
        user.other_mails.push("b@contoso.com".to_owned());
    });
    edit.send(&client).await.unwrap();
    let stored = emulator.get("/users/1").unwrap();
    assert_eq!(stored["department"], json!(null));
    assert_eq!(
        stored["otherMails"],
        json!(["a@contoso.com", "b@contoso.com"])
    );
}

#[tokio::test]
async fn a_write_whose_answer_lacks_a_property_was_executed() {
    let (emulator, client) = start();
    let update = User::update("1").department("Legal").account_enabled(false);
    let updated = update.send(&client).await.unwrap();
    let Updated::Incomplete(answered) = updated else {
        panic!("{updated:?}");
    };
    assert_eq!(answered.get("mobilePhone"), Some(&json!("+1")));
    assert_eq!(answered.get("accountEnabled"), None);
    assert_eq!(
        emulator.get("/users/1").unwrap()["accountEnabled"],
        json!(false)
    );
    let created = User::create()
        .account_enabled(true)
        .send(&client)
        .await
        .unwrap();
    let Updated::Incomplete(answered) = created else {
        panic!("{created:?}");
    };
    assert!(answered.get("id").is_some());
}

#[tokio::test]
async fn an_edit_keeps_what_the_answer_to_its_update_lacks() {
    let (_emulator, client) = start();
    let edit = User::get("1").modify(|user| user.mobile_phone = None);
    let user = edit.send(&client).await.unwrap().into_inner();
    assert_eq!((user.mobile_phone, user.account_enabled), (None, true));
    assert_eq!(user.department.as_deref(), Some("R&D"));
    assert_eq!(user.other_mails, ["a@contoso.com"]);

    let emulator = Emulator::builder().serve::<Manager>().start().unwrap();
    emulator
        .insert("/users", json!({ "id": "1", "department": "R&D" }))
        .unwrap();
    let edit = Manager::get("1").modify(|manager| manager.department = Some("Legal".to_owned()));
    let manager = edit
        .send(&crate::support::client(&emulator))
        .await
        .unwrap()
        .into_inner();
    assert_eq!(manager.department.as_deref(), Some("Legal"));
}

#[tokio::test]
async fn an_edit_of_what_was_not_read_is_refused_before_anything_is_sent() {
    let (emulator, client) = start();
    let link = format!("{}/v1.0/users/1?$select=id,accountEnabled", emulator.url());
    for (get, expected) in [
        (User::get("1").without_select(), "`without_select`"),
        (
            User::get("1").with_select(["id", "accountEnabled"]),
            "`mobilePhone`",
        ),
        (
            User::get("1").with_query("$select", "id"),
            "`accountEnabled`",
        ),
        (Get::at(link), "`mobilePhone`"),
    ] {
        let edit = get.modify(|user| user.department = None);
        let error = edit.send(&client).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert!(error.message().contains(expected), "{error}");
    }
    assert!(emulator.requests().is_empty());
}

#[tokio::test]
async fn an_edit_by_a_link_reads_all_that_the_struct_declares() {
    let (emulator, client) = start();
    let link = format!("{}/v1.0/users/1", emulator.url());
    let edit = Get::<User>::at(link).modify(|user| user.department = None);
    edit.send(&client).await.unwrap();
    let query = emulator.requests()[0].query().unwrap().to_owned();
    assert!(query.starts_with("$select=id,accountEnabled"), "{query}");
    assert_eq!(emulator.get("/users/1").unwrap()["department"], json!(null));
}

#[tokio::test]
async fn a_property_of_a_field_that_says_so_is_answered_on_select_only() {
    let emulator = Emulator::builder().serve::<Manager>().start().unwrap();
    let manager = json!({ "id": "1", "department": "R&D" });
    emulator.insert("/users", manager).unwrap();
    let client = client(&emulator);
    let selected = Manager::get("1").send(&client).await.unwrap();
    assert_eq!(selected.department.as_deref(), Some("R&D"));
    let get = Manager::get("1").without_select();
    let default = get.send(&client).await.unwrap();
    assert_eq!(default.department, None);
}
