//! Updates that replace an item: `PUT`, and a `PATCH` of a type that is declared so.

use graph_resource::edm::DynamicProperties;
use graph_resource::graph_resource;
use graph_resource_emulator::Emulator;
use serde_json::{Value, json};

use crate::support::{Answer, get, patch, send, with_json};

#[graph_resource(path = "/shifts", update(method = "PUT"))]
#[derive(Debug, Clone, PartialEq)]
struct Shift {
    #[graph(key)]
    id: String,
    user_id: String,
    scheduling_group_id: Option<String>,
    #[graph(create_only)]
    origin: Option<String>,
    #[graph(read_only)]
    created_date_time: Option<String>,
    #[graph(default)]
    tags: Vec<String>,
}

#[graph_resource(path = "/extensions", update(whole))]
#[derive(Debug, Clone, PartialEq)]
struct Extension {
    #[graph(key)]
    id: String,
    #[graph(extra)]
    others: DynamicProperties,
}

fn start() -> (Emulator, &'static str) {
    let emulator = Emulator::builder()
        .serve::<Shift>()
        .serve::<Extension>()
        .start()
        .unwrap();
    let shift = json!({
        "id": "s",
        "userId": "u",
        "schedulingGroupId": "g",
        "origin": "imported",
        "createdDateTime": "2026-01-01T00:00:00Z",
        "tags": ["a"],
    });
    emulator.insert("/shifts", shift).unwrap();
    (emulator, "/shifts/s")
}

async fn put(emulator: &Emulator, path: &str, body: Value) -> Answer {
    send(with_json(emulator, "PUT", path, &body)).await
}

#[tokio::test]
async fn what_a_replacement_does_not_carry_is_cleared_and_what_it_cannot_carry_stays() {
    let (emulator, path) = start();
    let before = get(&emulator, path).await;
    let answer = put(&emulator, path, json!({ "userId": "v" })).await;
    assert_eq!(answer.status, 200);
    assert_ne!(answer.json["@odata.etag"], before.json["@odata.etag"]);
    let stored = emulator.get(path).unwrap();
    assert_eq!(
        stored,
        json!({
            "id": "s",
            "userId": "v",
            "origin": "imported",
            "createdDateTime": "2026-01-01T00:00:00Z",
        })
    );
    assert_eq!(answer.json["schedulingGroupId"], Value::Null);
}

#[tokio::test]
async fn a_replacement_without_a_property_that_is_not_nullable_is_rejected() {
    let (emulator, path) = start();
    let before = emulator.get(path);
    for body in [
        json!({}),
        json!({ "schedulingGroupId": "h" }),
        json!({ "userId": null }),
    ] {
        let answer = put(&emulator, path, body).await;
        answer.assert_rejected(400, "Request_BadRequest");
        assert!(answer.message().contains("'userId'"), "{answer:?}");
    }
    assert_eq!(emulator.get(path), before);
}

#[tokio::test]
async fn a_replacement_may_carry_its_key_and_no_other() {
    let (emulator, path) = start();
    let answer = put(&emulator, path, json!({ "id": "s", "userId": "v" })).await;
    assert_eq!((answer.status, &answer.json["id"]), (200, &json!("s")));
    for key in [json!("other"), json!(1), json!(null)] {
        let answer = put(&emulator, path, json!({ "id": key, "userId": "w" })).await;
        answer.assert_rejected(400, "Request_BadRequest");
    }
    assert_eq!(emulator.get(path).unwrap()["userId"], "v");
}

#[tokio::test]
async fn a_replacement_with_what_it_cannot_change_is_rejected() {
    let (emulator, path) = start();
    for (name, value) in [
        ("createdDateTime", "2026-01-02T00:00:00Z"),
        ("origin", "new"),
        ("x", "y"),
    ] {
        let answer = put(&emulator, path, json!({ "userId": "v", name: value })).await;
        answer.assert_rejected(400, "Request_BadRequest");
    }
}

#[tokio::test]
async fn a_replacement_meets_its_condition_and_its_item() {
    let (emulator, path) = start();
    let request = with_json(&emulator, "PUT", path, &json!({ "userId": "v" }));
    send(request.header("If-Match", "W/\"other\""))
        .await
        .assert_rejected(412, "resourceModified");
    put(&emulator, "/shifts/missing", json!({ "userId": "v" }))
        .await
        .assert_rejected(404, "Request_ResourceNotFound");
}

#[tokio::test]
async fn a_patch_that_replaces_deletes_what_it_does_not_name() {
    let (emulator, _) = start();
    let extension = json!({ "id": "e", "theme": "dark", "color": "red" });
    emulator.insert("/extensions", extension).unwrap();
    let answer = patch(&emulator, "/extensions/e", json!({ "color": "blue" })).await;
    assert_eq!(answer.status, 200);
    assert_eq!(
        emulator.get("/extensions/e").unwrap(),
        json!({ "id": "e", "color": "blue" })
    );
    patch(&emulator, "/extensions/e", json!({})).await;
    assert_eq!(emulator.get("/extensions/e").unwrap(), json!({ "id": "e" }));
}
