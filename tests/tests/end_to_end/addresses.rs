//! A resource at several addresses, in an emulator that knows each.

use graph_resource::{ErrorKind, graph_resource};
use graph_resource_emulator::Emulator;
use serde_json::json;

use crate::support::client;

#[graph_resource(path = "/users", also(me(path = "/me", singleton)))]
#[derive(Debug, Clone, PartialEq)]
struct User {
    #[graph(key)]
    id: String,
    mobile_phone: Option<String>,
}

#[graph_resource(
    path = "/users/{user_id}/messages",
    also(
        me = "/me/messages",
        in_folder = "/users/{user_id}/mailFolders/{folder_id}/messages"
    )
)]
#[derive(Debug, Clone, PartialEq)]
struct Message {
    #[graph(key)]
    id: String,
    subject: Option<String>,
}

fn start() -> (Emulator, graph_resource::Client) {
    let emulator = Emulator::builder()
        .serve::<User>()
        .serve::<Message>()
        .alias("/me", "/users/ada")
        .start()
        .unwrap();
    emulator
        .insert("/users", json!({ "id": "ada", "mobilePhone": "+1" }))
        .unwrap();
    let client = client(&emulator);
    (emulator, client)
}

#[tokio::test]
async fn what_is_written_at_one_address_is_read_at_its_alias() {
    let (emulator, client) = start();
    User::me()
        .update()
        .mobile_phone("+2")
        .send(&client)
        .await
        .unwrap();
    let user = User::get("ada").send(&client).await.unwrap();
    assert_eq!(user.mobile_phone.as_deref(), Some("+2"));
    let edit = User::me().get().modify(|user| user.mobile_phone = None);
    edit.send(&client).await.unwrap();
    assert_eq!(
        emulator.get("/users/ada").unwrap()["mobilePhone"],
        json!(null)
    );

    let created = Message::me()
        .create()
        .subject("s")
        .send(&client)
        .await
        .unwrap();
    let created = created.representation().unwrap();
    let read = Message::get("ada", &created.id)
        .send(&client)
        .await
        .unwrap();
    assert_eq!(read, created);
    Message::me()
        .delete(&created.id)
        .send(&client)
        .await
        .unwrap();
    assert!(
        Message::get("ada", &created.id)
            .send(&client)
            .await
            .unwrap_err()
            .is_not_found()
    );
}

#[tokio::test]
async fn an_address_without_an_alias_has_items_of_its_own() {
    let (_emulator, client) = start();
    let inbox = || Message::in_folder("ada", "inbox");
    let created = inbox().create().subject("s").send(&client).await.unwrap();
    let id = created.representation().unwrap().id;
    inbox()
        .update(&id)
        .subject("t")
        .send(&client)
        .await
        .unwrap();
    let page = inbox().list().send(&client).await.unwrap();
    assert_eq!(page.value[0].subject.as_deref(), Some("t"));
    assert!(
        Message::list("ada")
            .send(&client)
            .await
            .unwrap()
            .value
            .is_empty()
    );
}

#[tokio::test]
async fn an_error_names_the_template_of_the_address() {
    let (_emulator, client) = start();
    let get = Message::in_folder("ada", "inbox").get("none");
    let error = get.send(&client).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Service);
    let template = "/users/{user_id}/mailFolders/{folder_id}/messages/{id}";
    assert_eq!(error.path_template(), Some(template));
}

#[test]
fn an_alias_must_be_a_path() {
    let error = Emulator::builder()
        .alias("me", "/users/ada")
        .start()
        .unwrap_err();
    assert!(error.to_string().contains("`me`"), "{error}");
}
