//! Items by an alternate key, and updates that create what is missing.

use graph_resource::{Client, ErrorKind, Upserted, graph_resource};
use graph_resource_emulator::Emulator;
use serde_json::{Value, json};

use crate::support::{client, last};

#[graph_resource(path = "/applications")]
#[derive(Debug, Clone, PartialEq)]
struct Application {
    #[graph(key)]
    id: String,
    #[graph(read_only, alternate_key)]
    app_id: Option<String>,
    #[graph(create_only, alternate_key)]
    unique_name: Option<String>,
    display_name: Option<String>,
    notes: Option<String>,
}

const NAME: &str = "O'Neil/\u{fc}";

fn start() -> (Emulator, Client) {
    let emulator = Emulator::builder().serve::<Application>().start().unwrap();
    let client = client(&emulator);
    (emulator, client)
}

fn start_with_application() -> (Emulator, Client, String) {
    let (emulator, client) = start();
    let application =
        json!({ "appId": "a-1", "uniqueName": NAME, "displayName": "before", "notes": "n" });
    let id = emulator.insert("/applications", application).unwrap();
    (emulator, client, format!("/applications/{id}"))
}

fn display_name(emulator: &Emulator, path: &str) -> Value {
    emulator.get(path).unwrap()["displayName"].clone()
}

#[tokio::test]
async fn an_item_is_read_updated_and_deleted_by_an_alternate_key() {
    let (emulator, client, path) = start_with_application();
    let read = Application::get_by_app_id("a-1")
        .send(&client)
        .await
        .unwrap();
    assert_eq!(read.unique_name.as_deref(), Some(NAME));
    Application::update_by_unique_name(NAME)
        .display_name("after")
        .send(&client)
        .await
        .unwrap();
    assert_eq!(
        last(&emulator).0.path(),
        "/v1.0/applications(uniqueName='O%27%27Neil%2F%C3%BC')"
    );
    assert_eq!(display_name(&emulator, &path), "after");
    Application::delete_by_app_id("a-1")
        .send(&client)
        .await
        .unwrap();
    assert_eq!(emulator.get(&path), None);
    let error = Application::get_by_app_id("a-1")
        .send(&client)
        .await
        .unwrap_err();
    assert!(error.is_not_found(), "{error}");
}

#[tokio::test]
async fn an_item_read_by_an_alternate_key_is_modified_by_it() {
    let (emulator, client, path) = start_with_application();
    let modify = Application::get_by_unique_name(NAME).modify(|application| {
        application.display_name = Some("after".to_owned());
    });
    modify.send(&client).await.unwrap();
    assert_eq!(display_name(&emulator, &path), "after");
}

#[tokio::test]
async fn an_upsert_updates_what_is_there_and_creates_what_is_missing() {
    let (emulator, client, path) = start_with_application();
    let upsert = || Application::upsert_by_unique_name(NAME).display_name("after");
    let response = upsert().send_with_response(&client).await.unwrap();
    assert!(!response.is_created());
    let Upserted::Updated(updated) = response.into_value() else {
        panic!("it was there");
    };
    assert_eq!(updated.notes.as_deref(), Some("n"));

    emulator.remove(&path).unwrap();
    let response = upsert().send_with_response(&client).await.unwrap();
    assert!(response.is_created());
    assert!(response.location().unwrap().contains("/v1.0/applications/"));
    let Upserted::Created(created) = response.into_value() else {
        panic!("it was missing");
    };
    assert_eq!(created.unique_name.as_deref(), Some(NAME));
    assert_eq!(
        (created.display_name.as_deref(), created.notes),
        (Some("after"), None)
    );
    assert_eq!(
        emulator
            .get("/applications(uniqueName='O%27%27Neil%2F%C3%BC')")
            .unwrap()["id"],
        created.id
    );
}

#[tokio::test]
async fn an_upsert_that_sets_nothing_creates_all_the_same() {
    let (_emulator, client) = start();
    for _ in 0..2 {
        let upsert = Application::upsert_by_unique_name("new");
        let application = upsert
            .send(&client)
            .await
            .unwrap()
            .representation()
            .unwrap();
        assert_eq!(application.unique_name.as_deref(), Some("new"));
    }
}

#[tokio::test]
async fn an_upsert_answered_with_nothing_has_done_it() {
    let (emulator, client) = start();
    let upsert = Application::upsert_by_unique_name("new").with_return_minimal();
    assert_eq!(upsert.send(&client).await.unwrap(), Upserted::NoContent);
    assert!(emulator.get("/applications(uniqueName='new')").is_some());
}

#[tokio::test]
async fn update_only_creates_nothing() {
    let (emulator, client, path) = start_with_application();
    let upsert = |name: &str| {
        Application::upsert_by_unique_name(name)
            .display_name("after")
            .with_update_only()
    };
    let error = upsert("missing").send(&client).await.unwrap_err();
    assert!(error.is_not_found(), "{error}");
    assert_eq!(emulator.get("/applications(uniqueName='missing')"), None);
    upsert(NAME).send(&client).await.unwrap();
    assert_eq!(display_name(&emulator, &path), "after");
}

#[tokio::test]
async fn insert_only_changes_nothing() {
    let (emulator, client, path) = start_with_application();
    let upsert = |name: &str| {
        Application::upsert_by_unique_name(name)
            .display_name("after")
            .with_insert_only()
    };
    let error = upsert(NAME).send(&client).await.unwrap_err();
    assert!(error.is_precondition_failed(), "{error}");
    assert_eq!(display_name(&emulator, &path), "before");
    let created = upsert("missing").send(&client).await.unwrap();
    assert!(matches!(created, Upserted::Created(_)), "{created:?}");
}

#[tokio::test]
async fn without_the_preference_nothing_is_created() {
    let (_emulator, client) = start();
    let update = Application::update_by_unique_name("missing").display_name("after");
    let error = update.send(&client).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.is_not_found()),
        (ErrorKind::Service, true)
    );
}
