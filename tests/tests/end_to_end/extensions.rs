//! Directory extensions over HTTP: named by the application in requests and answers, and by the struct in the program.

use graph_resource::{Client, ErrorKind, Modified, graph_resource};
use graph_resource_emulator::Emulator;
use serde_json::json;

const APP: &str = "25883231-668a-43a7-80b2-5685c3f874bc";
const UID: &str = "extension_25883231668a43a780b25685c3f874bc_uidNumber";
const OTHER: &str = "extension_35883231668a43a780b25685c3f874bc_uidNumber";

#[graph_resource(path = "/users", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct User {
    #[graph(key)]
    id: String,
    #[graph(extension)]
    uid_number: Option<i32>,
}

fn start() -> Emulator {
    let emulator = Emulator::builder()
        .serve::<User>()
        .extension_app(APP)
        .page_size(1)
        .start()
        .unwrap();
    for id in ["1", "2"] {
        emulator
            .insert("/users", json!({ "id": id, UID: 1000, OTHER: 5 }))
            .unwrap();
    }
    emulator
}

fn client(emulator: &Emulator, app: &str) -> Client {
    Client::builder()
        .base_url(emulator.url())
        .token("any")
        .extension_app(app)
        .build()
        .unwrap()
}

#[tokio::test]
async fn an_extension_is_written_and_read() {
    let emulator = start();
    let client = client(&emulator, APP);
    assert_eq!(
        User::get("1").send(&client).await.unwrap().uid_number,
        Some(1000)
    );
    User::update("1")
        .uid_number(1001)
        .send(&client)
        .await
        .unwrap();
    assert_eq!(emulator.get("/users/1").unwrap()[UID], 1001);
    let modified = User::get("1")
        .modify(|user| user.uid_number = None)
        .send(&client)
        .await
        .unwrap();
    assert!(matches!(modified, Modified::Updated(_)));
    assert_eq!(
        emulator.requests().last().unwrap().body(),
        format!("{{\"{UID}\":null}}").as_str()
    );
}

#[tokio::test]
async fn the_extension_of_another_application_is_not_taken_for_it() {
    let emulator = start();
    let client = client(&emulator, APP);
    emulator
        .put("/users/1", json!({ "id": "1", OTHER: 5 }))
        .unwrap();
    let user = User::get("1").without_select().send(&client).await.unwrap();
    assert_eq!(user.uid_number, None);
}

#[tokio::test]
async fn pages_keep_the_selection() {
    let emulator = start();
    let client = client(&emulator, APP);
    let first = User::list();
    let page = first.clone().send(&client).await.unwrap();
    let next = first.next(&page).unwrap();
    let second = next.send(&client).await.unwrap();
    assert_eq!(
        (page.value[0].uid_number, second.value[0].uid_number),
        (Some(1000), Some(1000))
    );
}

#[tokio::test]
async fn a_service_that_does_not_know_the_application_refuses_the_property() {
    let emulator = start();
    let client = client(&emulator, "35883231-668a-43a7-80b2-5685c3f874bc");
    let error = User::get("1").send(&client).await.unwrap_err();
    assert_eq!(error.status().unwrap(), 400);
    assert!(error.message().contains(OTHER), "{}", error.message());
    let error = User::update("1")
        .uid_number(1)
        .send(&client)
        .await
        .unwrap_err();
    assert_eq!(error.status().unwrap(), 400);
}

#[tokio::test]
async fn an_application_that_is_no_guid_is_a_mistake_of_the_configuration() {
    let error = Client::builder()
        .token("any")
        .extension_app("app")
        .build()
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(
        error
            .message()
            .contains("`app` is not the id of an application"),
        "{}",
        error.message()
    );
    let error = Emulator::builder()
        .extension_app("app")
        .start()
        .unwrap_err();
    assert!(
        error
            .to_string()
            .contains("`app` is not the id of an application"),
        "{error}"
    );
}
