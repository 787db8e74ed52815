use graph_resource::{EdmType, Property, ResourceInfo, TypeInfo};
use graph_resource_emulator::Emulator;

use crate::support::*;

static GROUP_TYPE: TypeInfo = TypeInfo::new(
    "#microsoft.graph.group",
    true,
    &[
        Property::new("id", EdmType::String).key().read_only(),
        Property::new("uniqueName", EdmType::String)
            .nullable()
            .create_only()
            .alternate_key(),
        Property::new("number", EdmType::Int64)
            .nullable()
            .alternate_key(),
        Property::new("appId", EdmType::String)
            .nullable()
            .read_only()
            .alternate_key(),
        Property::new("displayName", EdmType::String).required(),
    ],
);

static GROUP: ResourceInfo = ResourceInfo::new(
    &GROUP_TYPE,
    "/tenants/{tenant_id}/groups",
    "/tenants/{tenant_id}/groups/{id}",
);

const GROUPS: &str = "/tenants/1/groups";

fn start() -> Emulator {
    let emulator = Emulator::builder().serve_info(&GROUP).start().unwrap();
    let group = json!({ "id": "g", "uniqueName": "it's", "number": 7, "appId": "a", "displayName": "before" });
    emulator.insert(GROUPS, group).unwrap();
    emulator
}

async fn upsert(emulator: &Emulator, path: &str, body: serde_json::Value) -> Answer {
    let request = with_json(emulator, "PATCH", &format!("{GROUPS}{path}"), &body);
    send(request.header("Prefer", "return=representation, create-if-missing")).await
}

#[tokio::test]
async fn an_item_is_found_by_each_of_its_alternate_keys() {
    let emulator = start();
    for path in [
        "(uniqueName='it''s')",
        "(uniqueName=%27it%27%27s%27)",
        "(number=7)",
        "(appId='a')",
        "(appId=a)",
    ] {
        for path in [
            format!("/tenants/1/GROUPS{path}"),
            format!("{GROUPS}{path}"),
        ] {
            assert_eq!(get(&emulator, &path).await.json["id"], "g", "{path}");
            assert_eq!(emulator.get(&path).unwrap()["id"], "g");
        }
    }
}

#[tokio::test]
async fn an_unknown_key_is_not_found_and_an_invalid_key_is_an_unknown_path() {
    let emulator = start();
    for (path, code) in [
        ("(uniqueName='its')", "Request_ResourceNotFound"),
        ("(number=8)", "Request_ResourceNotFound"),
        ("(displayName='before')", "BadRequest"),
        ("(uniqueName='it's')", "BadRequest"),
        ("(uniqueName='a',number=7)", "BadRequest"),
        ("(id2='g')", "BadRequest"),
        ("()", "BadRequest"),
        ("(", "BadRequest"),
    ] {
        let answer = get(&emulator, &format!("{GROUPS}{path}")).await;
        answer.assert_rejected(404, code);
    }
    let elsewhere = get(&emulator, "/tenants/2/groups(number=7)").await;
    elsewhere.assert_rejected(404, "Request_ResourceNotFound");
}

#[tokio::test]
async fn an_item_is_replaced_and_removed_by_an_alternate_key() {
    let emulator = start();
    let path = format!("{GROUPS}(number=7)");
    emulator
        .put(&path, json!({ "number": 7, "displayName": "after" }))
        .unwrap();
    assert_eq!(
        emulator.get(&format!("{GROUPS}/g")).unwrap()["displayName"],
        "after"
    );
    assert!(emulator.remove(&path).is_some());
    assert!(emulator.remove(&path).is_none());
    assert!(
        emulator
            .put(&path, json!({ "displayName": "new" }))
            .is_err()
    );
}

#[tokio::test]
async fn an_upsert_of_a_missing_item_follows_the_rules_of_a_create() {
    let emulator = start();
    let created = upsert(
        &emulator,
        "(uniqueName='new')",
        json!({ "displayName": "d" }),
    )
    .await;
    assert_eq!(
        (created.status, &created.json["uniqueName"]),
        (201, &json!("new"))
    );
    let path = created.header("location").to_owned();
    assert_eq!(get(&emulator, &path).await.json["displayName"], "d");
    let number = upsert(&emulator, "(number=9)", json!({ "displayName": "d" })).await;
    assert_eq!((number.status, &number.json["number"]), (201, &json!(9)));

    for (path, body, named) in [
        ("(uniqueName='a')", json!({}), "'displayName'"),
        (
            "(uniqueName='a')",
            json!({ "displayName": "d", "uniqueName": "b" }),
            "'uniqueName'",
        ),
        (
            "(uniqueName='a')",
            json!({ "displayName": "d", "appId": "b" }),
            "'appId'",
        ),
    ] {
        let answer = upsert(&emulator, path, body).await;
        answer.assert_rejected(400, "Request_BadRequest");
        assert!(answer.message().contains(named), "{}", answer.message());
    }
}

#[tokio::test]
async fn an_upsert_of_an_existing_item_is_an_update() {
    let emulator = start();
    let updated = upsert(&emulator, "(number=7)", json!({ "displayName": "after" })).await;
    assert_eq!((updated.status, &updated.json["id"]), (200, &json!("g")));
    let rejected = upsert(&emulator, "(number=7)", json!({ "uniqueName": "other" })).await;
    rejected.assert_rejected(400, "Request_BadRequest");
}

#[tokio::test]
async fn an_item_is_not_created_with_a_key_that_the_service_assigns() {
    let emulator = start();
    for path in ["(appId='new')", "/new"] {
        let answer = upsert(&emulator, path, json!({ "displayName": "d" })).await;
        answer.assert_rejected(404, "Request_ResourceNotFound");
    }
    let emulator = crate::support::start();
    let task = with_json(
        &emulator,
        "PATCH",
        "/users/1/tasks/mine",
        &json!({ "title": "t" }),
    );
    let answer = send(task.header("Prefer", "create-if-missing")).await;
    assert_eq!((answer.status, &answer.json["key"]), (201, &json!("mine")));
}
