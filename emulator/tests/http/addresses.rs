//! Keys in parentheses, which are the same as keys that are segments.

use graph_resource::{EdmType, Property, ResourceInfo, TypeInfo};
use graph_resource_emulator::Emulator;

use crate::support::*;

static APP_TYPE: TypeInfo = TypeInfo::new(
    "#microsoft.graph.application",
    true,
    &[
        Property::new("id", EdmType::String).key().read_only(),
        Property::new("appId", EdmType::String)
            .nullable()
            .alternate_key(),
        Property::new("displayName", EdmType::String).nullable(),
    ],
);
static APP: ResourceInfo = ResourceInfo::new(&APP_TYPE, "/applications", "/applications/{id}");

static SECRET_TYPE: TypeInfo = TypeInfo::new(
    "#microsoft.graph.secret",
    true,
    &[
        Property::new("number", EdmType::Int32).key(),
        Property::new("text", EdmType::String).nullable(),
    ],
);
static SECRET: ResourceInfo = ResourceInfo::new(
    &SECRET_TYPE,
    "/applications/{app_id}/secrets",
    "/applications/{app_id}/secrets/{number}",
);

static SKU_TYPE: TypeInfo = TypeInfo::new(
    "#microsoft.graph.sku",
    true,
    &[Property::new("skuId", EdmType::Guid).key()],
);
static SKU: ResourceInfo = ResourceInfo::new(&SKU_TYPE, "/skus", "/skus/{sku_id}");

const GUID: &str = "62e90394-69f5-4237-9190-012177145e10";

fn start() -> Emulator {
    let builder = builder()
        .serve_info(&APP)
        .serve_info(&SECRET)
        .serve_info(&SKU);
    let emulator = builder.start().unwrap();
    let app = json!({ "id": "1", "appId": "a'b" });
    emulator.insert("/applications", app).unwrap();
    emulator.insert("/skus", json!({ "skuId": GUID })).unwrap();
    let secret = json!({ "number": 7, "text": "x" });
    emulator.insert("/applications/1/secrets", secret).unwrap();
    emulator
}

#[tokio::test]
async fn each_keyed_segment_may_have_its_key_in_parentheses() {
    let emulator = start();
    for path in [
        "/applications/1/secrets/7",
        "/applications('1')/secrets/7",
        "/applications('1')/secrets(7)",
        "/applications(id='1')/secrets(number=7)",
        "/Applications(%271%27)/Secrets(7)",
        "/applications(appId='a''b')/secrets(7)",
        "/applications(appId='a%27%27b')/secrets/7",
    ] {
        let answer = get(&emulator, path).await;
        assert_eq!(answer.json["text"], "x", "{path}");
        assert_eq!(emulator.get(path).unwrap()["text"], "x", "{path}");
    }
    for path in [
        format!("/skus({GUID})"),
        format!("/skus(skuId={})", GUID.to_uppercase()),
        format!("/skus/{GUID}"),
    ] {
        assert_eq!(get(&emulator, &path).await.json["skuId"], GUID, "{path}");
    }
}

#[tokio::test]
async fn writes_and_lists_understand_keys_in_parentheses() {
    let emulator = start();
    let created = post(
        &emulator,
        "/applications('1')/secrets",
        json!({ "number": 8 }),
    )
    .await;
    assert_eq!(created.status, 201);
    let location = format!("{}/beta/applications/1/secrets/8", emulator.url());
    assert_eq!(created.header("location"), location);
    let page = get(&emulator, "/applications(appId='a''b')/secrets").await;
    assert_eq!(page.json["value"].as_array().unwrap().len(), 2);
    let answer = patch(
        &emulator,
        "/applications('1')/secrets(8)",
        json!({ "text": "y" }),
    )
    .await;
    assert_eq!(answer.json["text"], "y");
    assert_eq!(
        delete(&emulator, "/applications('1')/secrets(8)")
            .await
            .status,
        204
    );
}

#[tokio::test]
async fn a_quote_in_a_key_is_doubled_and_a_slash_encoded() {
    let emulator = start();
    for (id, segment) in [
        ("O'Neil", "('O''Neil')"),
        ("a/b", "('a%2Fb')"),
        ("a=(b)", "('a=(b)')"),
        ("$count", "('$count')"),
        ("me", "('me')"),
    ] {
        emulator
            .insert("/users/1/tasks", json!({ "key": id }))
            .unwrap();
        let path = format!("/users('1')/tasks{segment}");
        assert_eq!(get(&emulator, &path).await.json["key"], id, "{path}");
    }
}

#[tokio::test]
async fn a_key_of_another_type_or_of_no_property_is_rejected() {
    let emulator = start();
    for (path, status) in [
        ("/skus('62e90394-69f5-4237-9190-012177145e10')", 400),
        ("/skus(7)", 400),
        ("/applications('1')/secrets('7')", 400),
        ("/applications('1')/secrets(x)", 400),
        ("/applications('1')/secrets(9)", 404),
        ("/applications(displayName='x')", 404),
        ("/applications(displayName='x')/secrets", 404),
        ("/applications(appId='other')/secrets", 404),
        ("/applications(appId='other')/secrets(7)", 404),
        ("/applications('1'", 404),
        ("/applications('it's')", 404),
        ("/applications('1')('2')", 404),
        ("/applications('1','2')", 404),
    ] {
        let answer = get(&emulator, path).await;
        answer.assert_rejected(status, answer.code());
        assert_eq!(emulator.get(path), None);
    }
    let answer = get(&emulator, "/applications(appId='other')/secrets").await;
    answer.assert_rejected(404, "Request_ResourceNotFound");
    assert!(answer.message().contains("appId='other'"));
}

#[tokio::test]
async fn parentheses_in_a_key_that_is_a_segment_are_part_of_the_key() {
    let emulator = start();
    for (id, segment) in [("users('1')", "users('1')"), ("(x)", "(x)")] {
        emulator
            .insert("/users/1/tasks", json!({ "key": id }))
            .unwrap();
        let path = format!("/users/1/tasks/{segment}");
        assert_eq!(get(&emulator, &path).await.json["key"], id);
    }
}
