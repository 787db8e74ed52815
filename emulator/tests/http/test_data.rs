use crate::support::*;

#[tokio::test]
async fn test_data_may_have_read_only_and_undeclared_properties() {
    let emulator = start();
    let image = json!({
        "@odata.type": "#microsoft.graph.cloudPcCustomImage",
        "@odata.etag": "W/\"ignored\"",
        "id": "1",
        "status": "ready",
        "lastModifiedDateTime": "2020-01-01T00:00:00Z",
        "undeclared": [1, 2],
    });
    assert_eq!(emulator.insert(IMAGES, image).unwrap(), "1");
    let answer = get(&emulator, &format!("{IMAGES}/1")).await;
    assert_eq!(
        answer.json["@odata.type"],
        "#microsoft.graph.cloudPcCustomImage"
    );
    assert_eq!(answer.json["@odata.etag"], answer.header("etag"));
    assert_eq!(answer.json["status"], "ready");
    assert_eq!(answer.json["lastModifiedDateTime"], "2020-01-01T00:00:00Z");
    assert!(answer.json["createdDateTime"].is_string());
    assert_eq!(answer.json["undeclared"], json!([1, 2]));
    let selected = get(&emulator, &format!("{IMAGES}/1?$select=id")).await;
    assert!(selected.json.get("undeclared").is_none());
}

#[tokio::test]
async fn a_key_may_be_a_number() {
    let emulator = start();
    assert_eq!(
        emulator
            .insert("/users/1/tasks", json!({ "key": 7 }))
            .unwrap(),
        "7"
    );
    assert_eq!(get(&emulator, "/users/1/tasks/7").await.json["key"], 7);
}

#[tokio::test]
async fn an_item_or_a_singleton_can_be_stored_read_and_removed() {
    let emulator = start();
    for path in ["/users/1/tasks/a%2Fb", "/users/1/mailboxSettings"] {
        emulator.put(path, json!({ "timeZone": "UTC" })).unwrap();
        assert_eq!(emulator.get(path).unwrap()["timeZone"], "UTC");
        assert_eq!(get(&emulator, path).await.json["timeZone"], "UTC");
        assert_eq!(emulator.remove(path).unwrap()["timeZone"], "UTC");
        assert_eq!(emulator.remove(path), None);
        get(&emulator, path)
            .await
            .assert_rejected(404, "Request_ResourceNotFound");
    }
}

#[test]
fn an_item_that_cannot_be_stored_is_an_error_with_a_reason() {
    let emulator = start();
    emulator
        .insert("/users/1/tasks", json!({ "key": "a" }))
        .unwrap();
    for (result, message) in [
        (
            emulator.insert("/nowhere", json!({})),
            "nothing is served at `/nowhere`",
        ),
        (
            emulator.insert("users/1/tasks", json!({})),
            "nothing is served at `users/1/tasks`",
        ),
        (
            emulator.insert("/users/1/tasks/a", json!({})),
            "`/users/1/tasks/a` is not a collection: use `put`",
        ),
        (
            emulator.insert("/users/1/tasks", json!([])),
            "an item must be a JSON object",
        ),
        (
            emulator.insert("/users/1/tasks", json!({ "key": "" })),
            "The value of 'key' is not a valid key.",
        ),
        (
            emulator.insert("/users/1/tasks", json!({ "key": "a" })),
            "`/users/1/tasks` already has an item with the key `a`",
        ),
    ] {
        assert_eq!(result.unwrap_err().to_string(), message);
    }
    for (result, message) in [
        (
            emulator.put("/users/1/tasks", json!({})),
            "`/users/1/tasks` is a collection: use `insert`",
        ),
        (
            emulator.put("/users/1/tasks/a", json!({ "key": "b" })),
            "The value of 'key' does not match the key in the path.",
        ),
    ] {
        assert_eq!(result.unwrap_err().to_string(), message);
    }
    assert_eq!(emulator.get("/users/1/tasks"), None);
    assert_eq!(emulator.get("/nowhere"), None);
}
