use crate::support::*;

async fn patch_if_match(
    emulator: &graph_resource_emulator::Emulator,
    path: &str,
    etag: &str,
) -> Answer {
    let request = with_json(emulator, "PATCH", path, &json!({ "version": "2" }));
    send(request.header("If-Match", etag)).await
}

#[tokio::test]
async fn a_write_with_a_stale_entity_tag_changes_nothing() {
    let (emulator, path) = start_with_image();
    let etag = get(&emulator, &path).await.header("etag").to_owned();
    let answer = patch_if_match(&emulator, &path, &etag).await;
    assert_eq!(answer.status, 200);
    assert_ne!(answer.header("etag"), etag);

    let before = emulator.get(&path);
    patch_if_match(&emulator, &path, &etag)
        .await
        .assert_rejected(412, "resourceModified");
    let stale = send(request(&emulator, "DELETE", &path).header("If-Match", &etag)).await;
    stale.assert_rejected(412, "resourceModified");
    assert_eq!(emulator.get(&path), before);
}

#[tokio::test]
async fn a_concurrent_change_is_detected() {
    let (emulator, path) = start_with_image();
    let etag = get(&emulator, &path).await.header("etag").to_owned();
    emulator
        .put(&path, json!({ "displayName": "Windows 12" }))
        .unwrap();
    patch_if_match(&emulator, &path, &etag)
        .await
        .assert_rejected(412, "resourceModified");
}

#[tokio::test]
async fn a_star_matches_any_existing_item() {
    let (emulator, path) = start_with_image();
    assert_eq!(patch_if_match(&emulator, &path, "*").await.status, 200);
    let absent = format!("{IMAGES}/absent");
    patch_if_match(&emulator, &absent, "*")
        .await
        .assert_rejected(404, "Request_ResourceNotFound");
    let request = with_json(&emulator, "PATCH", &path, &json!({ "version": "3" }));
    send(request.header("If-None-Match", "*"))
        .await
        .assert_rejected(412, "resourceModified");
    let answer = send(request_delete(&emulator, &path)).await;
    assert_eq!(answer.status, 204);
}

fn request_delete(
    emulator: &graph_resource_emulator::Emulator,
    path: &str,
) -> reqwest::RequestBuilder {
    request(emulator, "DELETE", path).header("If-Match", "*")
}

#[tokio::test]
async fn the_entity_tag_of_a_singleton_is_checked() {
    let emulator = start();
    let path = "/users/1/mailboxSettings";
    let etag = get(&emulator, path).await.header("etag").to_owned();
    for status in [200, 412] {
        let request = with_json(&emulator, "PUT", path, &json!({ "timeZone": "UTC" }));
        assert_eq!(send(request.header("If-Match", &etag)).await.status, status);
    }
}
