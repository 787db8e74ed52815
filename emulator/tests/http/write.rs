use std::time::Duration;

use crate::support::*;

#[tokio::test]
async fn a_create_returns_the_item_with_a_key_and_a_location() {
    let emulator = start();
    let body = json!({
        "@odata.type": "#microsoft.graph.cloudPcDeviceImage",
        "displayName": "Windows 11",
        "sourceImageResourceId": "/subscriptions/1",
        "secret": "hidden",
    });
    let answer = post(&emulator, IMAGES, body).await;
    assert_eq!(answer.status, 201);
    let id = answer.json["id"].as_str().unwrap();
    assert_eq!(id.len(), 36);
    assert_eq!(
        answer.header("location"),
        format!("{}/beta{IMAGES}/{id}", emulator.url())
    );
    assert_eq!(answer.header("etag"), answer.json["@odata.etag"]);
    assert_eq!(answer.json["sourceImageResourceId"], "/subscriptions/1");
    assert_eq!(
        answer.json["createdDateTime"],
        answer.json["lastModifiedDateTime"]
    );
    assert!(answer.json.get("@odata.type").is_none());

    let read = get(&emulator, answer.header("location")).await;
    assert_eq!(read.json, answer.json);
}

#[tokio::test]
async fn an_update_merges() {
    let (emulator, path, clock) = start_with_image_and_clock();
    let before = get(&emulator, &path).await;
    clock.advance(Duration::from_secs(1));
    let answer = patch(&emulator, &path, json!({ "displayName": "Windows 12" })).await;
    assert_eq!(answer.status, 200);
    let mut expected = before.json.clone();
    for changed in ["@odata.etag", "displayName", "lastModifiedDateTime"] {
        assert_ne!(answer.json[changed], before.json[changed], "{changed}");
        expected[changed] = answer.json[changed].clone();
    }
    assert_eq!(answer.json, expected);
    assert_eq!(answer.header("etag"), answer.json["@odata.etag"]);
    assert_eq!(answer.header("preference-applied"), "");
    assert_eq!(get(&emulator, &path).await.json, answer.json);
}

#[tokio::test]
async fn null_clears_and_a_complex_value_is_replaced_as_a_whole() {
    let emulator = start();
    let task = json!({ "key": "a", "body": { "content": "x", "contentType": "text" } });
    emulator.insert("/users/1/tasks", task).unwrap();
    let change = json!({ "body": { "content": "y" } });
    let answer = patch(&emulator, "/users/1/tasks/a", change).await;
    assert_eq!(answer.json["body"], json!({ "content": "y" }));
    let answer = patch(&emulator, "/users/1/tasks/a", json!({ "body": null })).await;
    assert_eq!(answer.json["body"], json!(null));
    let stored = emulator.get("/users/1/tasks/a").unwrap();
    assert_eq!(stored, json!({ "key": "a", "body": null }));
}

#[tokio::test]
async fn an_update_of_a_property_that_cannot_be_updated_changes_nothing() {
    let (emulator, path) = start_with_image();
    let before = emulator.get(&path);
    for (property, value) in [
        ("id", json!("2")),
        ("status", json!("failed")),
        ("sourceImageResourceId", json!("/other")),
        ("displayName", json!(null)),
        ("colour", json!("red")),
        ("displayname", json!("x")),
        ("@odata.type", json!("#microsoft.graph.user")),
        (
            "owner@odata.bind",
            json!("https://graph.microsoft.com/beta/users/1"),
        ),
    ] {
        let answer = patch(&emulator, &path, json!({ "version": "9", property: value })).await;
        answer.assert_rejected(400, "Request_BadRequest");
        let name = if property == "@odata.type" {
            "microsoft.graph.user"
        } else {
            property
        };
        let name = name.split('@').next().unwrap();
        assert!(answer.message().contains(name), "{}", answer.message());
        assert_eq!(emulator.get(&path), before, "{property}");
    }
}

#[tokio::test]
async fn control_information_and_annotations_are_ignored() {
    let (emulator, path) = start_with_image();
    let body = json!({
        "@odata.type": "microsoft.graph.cloudPcDeviceImage",
        "@odata.context": "https://graph.microsoft.com/beta/$metadata#x",
        "@odata.etag": "W/\"stale\"",
        "version@odata.type": "#String",
        "version": "2",
    });
    let answer = patch(&emulator, &path, body).await;
    assert_eq!((answer.status, &answer.json["version"]), (200, &json!("2")));
}

#[tokio::test]
async fn a_write_only_property_is_stored_and_never_returned() {
    let (emulator, path) = start_with_image();
    let answer = patch(&emulator, &path, json!({ "secret": "hidden" })).await;
    assert_eq!(answer.status, 200);
    assert!(answer.json.get("secret").is_none());
    assert!(get(&emulator, &path).await.json.get("secret").is_none());
    let selected = get(&emulator, &format!("{path}?$select=secret")).await;
    assert!(selected.json.get("secret").is_none());
    assert_eq!(emulator.get(&path).unwrap()["secret"], "hidden");
}

#[tokio::test]
async fn the_error_names_a_property_that_a_create_lacks_or_may_not_set() {
    let emulator = start();
    for (body, name) in [
        (json!({}), "displayName"),
        (json!({ "displayName": null }), "displayName"),
        (json!({ "displayName": "x", "id": "1" }), "'id'"),
        (json!({ "displayName": "x", "status": "ready" }), "status"),
        (json!({ "displayName": "x", "colour": "red" }), "colour"),
    ] {
        let answer = post(&emulator, IMAGES, body).await;
        answer.assert_rejected(400, "Request_BadRequest");
        assert!(answer.message().contains(name), "{}", answer.message());
    }
    assert_eq!(get(&emulator, IMAGES).await.json["value"], json!([]));
}

#[tokio::test]
async fn a_key_can_be_used_only_once() {
    let emulator = start();
    let answer = post(
        &emulator,
        "/users/1/tasks",
        json!({ "key": "a", "title": "first" }),
    )
    .await;
    assert_eq!((answer.status, &answer.json["key"]), (201, &json!("a")));
    let answer = post(&emulator, "/users/1/tasks", json!({ "key": "a" })).await;
    answer.assert_rejected(409, "Request_MultipleObjectsWithSameKeyValue");
    assert_eq!(emulator.get("/users/1/tasks/a").unwrap()["title"], "first");
    for key in [json!(""), json!(null), json!({}), json!([1])] {
        post(&emulator, "/users/1/tasks", json!({ "key": key }))
            .await
            .assert_rejected(400, "Request_BadRequest");
    }
    let answer = post(&emulator, "/users/1/tasks", json!({})).await;
    assert_eq!(answer.json["key"].as_str().unwrap().len(), 36);
}

#[tokio::test]
async fn a_deleted_item_is_gone() {
    let (emulator, path) = start_with_image();
    let answer = delete(&emulator, &path).await;
    assert_eq!((answer.status, answer.json), (204, json!(null)));
    delete(&emulator, &path)
        .await
        .assert_rejected(404, "Request_ResourceNotFound");
    patch(&emulator, &path, json!({}))
        .await
        .assert_rejected(404, "Request_ResourceNotFound");
    assert_eq!(get(&emulator, IMAGES).await.json["value"], json!([]));
}

#[tokio::test]
async fn a_singleton_is_updated_with_its_own_method() {
    let emulator = start();
    let path = "/users/1/mailboxSettings";
    let answer = send(with_json(
        &emulator,
        "PUT",
        path,
        &json!({ "timeZone": "UTC" }),
    ))
    .await;
    assert_eq!(
        (answer.status, &answer.json["timeZone"]),
        (200, &json!("UTC"))
    );
    let read_only = json!({ "lastModifiedDateTime": "2026-01-01T00:00:00Z" });
    send(with_json(&emulator, "PUT", path, &read_only))
        .await
        .assert_rejected(400, "Request_BadRequest");
    assert_eq!(emulator.get(path).unwrap()["timeZone"], "UTC");
}

#[tokio::test]
async fn an_empty_update_is_no_change() {
    let (emulator, path) = start_with_image();
    let before = get(&emulator, &path).await;
    let answer = patch(
        &emulator,
        &path,
        json!({ "@odata.type": "#microsoft.graph.cloudPcDeviceImage" }),
    )
    .await;
    assert_eq!((answer.status, answer.json), (200, before.json));
}
