use crate::support::*;

#[tokio::test]
async fn an_item_has_all_properties_and_control_information() {
    let (emulator, path) = start_with_image();
    let stored = emulator.get(&path).unwrap();
    let answer = get(&emulator, &path).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("odata-version"), "4.0");
    assert!(
        answer
            .header("content-type")
            .starts_with("application/json;odata.metadata=minimal")
    );
    let etag = answer.header("etag");
    assert!(etag.starts_with("W/\"JzEt"), "{etag}");
    assert_eq!(
        answer.json,
        json!({
            "@odata.context": format!(
                "{}/beta/$metadata#deviceManagement/virtualEndpoint/deviceImages/$entity",
                emulator.url()
            ),
            "@odata.etag": etag,
            "id": stored["id"],
            "displayName": "Windows 11",
            "version": "1",
            "sourceImageResourceId": null,
            "status": "ready",
            "createdDateTime": stored["createdDateTime"],
            "lastModifiedDateTime": stored["lastModifiedDateTime"],
        })
    );
}

#[tokio::test]
async fn properties_have_the_order_of_their_declaration() {
    let (emulator, path) = start_with_image();
    let response = request(&emulator, "GET", &path).send().await.unwrap();
    let text = response.text().await.unwrap();
    let positions = [
        "@odata.context",
        "@odata.etag",
        "id",
        "displayName",
        "version",
        "status",
    ]
    .map(|name| text.find(&format!("\"{name}\":")).unwrap());
    assert!(positions.is_sorted(), "{text}");
}

#[tokio::test]
async fn a_list_has_the_order_of_insertion() {
    let emulator = start();
    for key in ["c", "a", "b"] {
        post(&emulator, "/users/o'neil/tasks", json!({ "key": key })).await;
    }
    let answer = get(&emulator, "/users/o'neil/tasks").await;
    let url = emulator.url();
    assert_eq!(
        answer.json["@odata.context"],
        format!("{url}/beta/$metadata#users('o%27%27neil')/tasks")
    );
    let items = answer.json["value"].as_array().unwrap();
    let keys: Vec<_> = items
        .iter()
        .map(|item| item["key"].as_str().unwrap())
        .collect();
    assert_eq!(keys, ["c", "a", "b"]);
    assert!(items.iter().all(|item| item["@odata.etag"].is_string()));
    assert!(
        items
            .iter()
            .all(|item| item.get("@odata.context").is_none())
    );
}

#[tokio::test]
async fn an_unknown_item_is_not_found() {
    let emulator = start();
    let answer = get(&emulator, &format!("{IMAGES}/1")).await;
    answer.assert_rejected(404, "Request_ResourceNotFound");
    assert!(answer.message().starts_with("Resource '1' does not exist"));
}

#[tokio::test]
async fn every_response_has_the_ids_of_its_request() {
    let emulator = start();
    for path in [IMAGES, "/nowhere"] {
        let request = request(&emulator, "GET", path).header("client-request-id", "mine");
        let answer = send(request).await;
        assert_eq!(answer.header("client-request-id"), "mine");
        assert_eq!(answer.header("request-id").len(), 36);
    }
    let answer = get(&emulator, "/nowhere").await;
    assert_eq!(answer.header("client-request-id"), "");
    assert_eq!(
        answer.json["error"]["innerError"]["client-request-id"],
        answer.header("request-id")
    );
}
