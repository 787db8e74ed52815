use crate::support::*;

#[tokio::test]
async fn a_request_without_a_valid_token_is_unauthorized() {
    let emulator = start();
    let url = format!("{}/beta{IMAGES}", emulator.url());
    for value in [
        None,
        Some(""),
        Some("token"),
        Some("Bearer "),
        Some("Basic dXNlcg=="),
        Some("Bearer a b"),
    ] {
        let mut request = client().get(&url);
        if let Some(value) = value {
            request = request.header("Authorization", value);
        }
        let answer = send(request).await;
        answer.assert_rejected(401, "InvalidAuthenticationToken");
        assert!(answer.header("www-authenticate").starts_with("Bearer"));
    }
}

#[tokio::test]
async fn a_body_that_is_not_a_json_object_is_rejected() {
    let (emulator, path) = start_with_image();
    let deep = "[".repeat(100_000);
    for body in [
        "",
        " ",
        "{",
        "nul",
        "[]",
        "1",
        "\"text\"",
        "null",
        "{\"version\":}",
        "{} {}",
        &deep,
    ] {
        let request = request(&emulator, "PATCH", &path)
            .header("Content-Type", "application/json; charset=utf-8");
        send(request.body(body.to_owned()))
            .await
            .assert_rejected(400, "BadRequest");
    }
}

#[tokio::test]
async fn a_body_of_another_media_type_is_rejected() {
    let (emulator, path) = start_with_image();
    for content_type in [
        None,
        Some("text/plain"),
        Some("application/json-patch+json"),
        Some(""),
        Some("application/jsonx"),
    ] {
        let mut request = request(&emulator, "PATCH", &path).body("{\"version\":\"2\"}");
        if let Some(content_type) = content_type {
            request = request.header("Content-Type", content_type);
        }
        send(request)
            .await
            .assert_rejected(415, "UnsupportedMediaType");
    }
    for content_type in [
        "application/json",
        "Application/JSON;odata.metadata=minimal",
    ] {
        let request = request(&emulator, "PATCH", &path).header("Content-Type", content_type);
        assert_eq!(send(request.body("{\"version\":\"2\"}")).await.status, 200);
    }
}

#[tokio::test]
async fn a_body_over_the_limit_is_rejected() {
    let emulator = builder().body_limit(64).start().unwrap();
    emulator
        .insert("/users/1/tasks", json!({ "key": "a" }))
        .unwrap();
    let fits = json!({ "title": "x".repeat(64 - "{\"title\":\"\"}".len()) });
    assert_eq!(patch(&emulator, "/users/1/tasks/a", fits).await.status, 200);
    for size in [64, 1 << 20, 20 << 20] {
        let answer = patch(
            &emulator,
            "/users/1/tasks/a",
            json!({ "title": "x".repeat(size) }),
        )
        .await;
        answer.assert_rejected(413, "RequestTooLarge");
    }
}

#[tokio::test]
async fn the_error_for_an_unknown_path_names_its_first_unknown_segment() {
    let emulator = start();
    for (path, segment) in [
        ("/nowhere", "nowhere"),
        ("/deviceManagement/virtualEndpoint", "virtualEndpoint"),
        ("/deviceManagement/nothing/deviceImages", "nothing"),
        ("/users/1/tasks/2/steps", "steps"),
        ("/users//tasks", ""),
        ("/users/1/tasks/", ""),
        ("/", ""),
    ] {
        let answer = get(&emulator, path).await;
        answer.assert_rejected(404, "BadRequest");
        assert_eq!(
            answer.message(),
            format!("Resource not found for the segment '{segment}'."),
            "{path}"
        );
    }
}
