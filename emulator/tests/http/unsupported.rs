//! What Microsoft Graph does and the emulator does not: `501`, rather than `404` or an answer that ignores it.

use crate::support::*;

fn assert_unsupported(answer: &Answer, name: &str) {
    answer.assert_rejected(501, "NotImplemented");
    assert!(
        answer.message().contains(name),
        "{name}: {}",
        answer.message()
    );
}

#[tokio::test]
async fn operations_are_not_unknown_paths_or_keys() {
    let (emulator, image) = start_with_image();
    for (method, path, name) in [
        ("GET", format!("{image}/delta()"), "delta"),
        (
            "GET",
            format!("{IMAGES}/getSourceImages(id='1')"),
            "getSourceImages(id='1')",
        ),
        (
            "GET",
            format!("{image}/preview(from='a',to='b')"),
            "preview(from='a',to='b')",
        ),
        (
            "GET",
            format!("{image}/microsoft.graph.preview"),
            "microsoft.graph.preview",
        ),
        (
            "GET",
            format!("{image}/microsoft.graph.preview/x"),
            "microsoft.graph.preview",
        ),
        ("POST", format!("{image}/reupload"), "reupload"),
        (
            "POST",
            format!("{image}/microsoft.graph.reupload"),
            "microsoft.graph.reupload",
        ),
        (
            "POST",
            "/users('1')/mailboxSettings/reset".to_owned(),
            "reset",
        ),
        ("POST", format!("{IMAGES}/validate"), "validate"),
    ] {
        let answer = send(with_json(&emulator, method, &path, &json!({}))).await;
        assert_unsupported(&answer, name);
    }
}

#[tokio::test]
async fn types_in_a_path_are_not_keys() {
    let (emulator, image) = start_with_image();
    for path in [
        format!("{IMAGES}/microsoft.graph.cloudPcDeviceImage"),
        format!("{image}/microsoft.graph.cloudPcDeviceImage"),
    ] {
        assert_unsupported(
            &get(&emulator, &path).await,
            "microsoft.graph.cloudPcDeviceImage",
        );
    }
}

#[tokio::test]
async fn a_property_in_a_path_is_not_unknown() {
    let (emulator, image) = start_with_image();
    for path in [
        format!("{image}/displayName"),
        format!("{image}/displayName/x"),
        "/users/1/mailboxSettings/timeZone".to_owned(),
    ] {
        let answer = get(&emulator, &path).await;
        assert_unsupported(&answer, "properties");
    }
}

#[tokio::test]
async fn system_segments_are_named() {
    let (emulator, image) = start_with_image();
    for (method, path, name) in [
        ("POST", "/users/$batch".to_owned(), "$batch"),
        ("GET", "/$metadata".to_owned(), "$metadata"),
        ("GET", format!("{image}/$value"), "$value"),
        ("GET", format!("{image}/$ref"), "$ref"),
        ("GET", format!("{IMAGES}/$filter(x)/a"), "$filter(x)"),
    ] {
        let answer = send(with_json(&emulator, method, &path, &json!({}))).await;
        assert_unsupported(&answer, &format!("'{name}'"));
    }
    let answer = get(&emulator, "/nowhere/$count").await;
    answer.assert_rejected(404, "BadRequest");
}

#[tokio::test]
async fn an_unknown_path_remains_unknown() {
    let (emulator, image) = start_with_image();
    for (method, path, segment) in [
        ("GET", "/nowhere".to_owned(), "nowhere"),
        ("POST", "/nowhere".to_owned(), "nowhere"),
        ("POST", "/sendMail".to_owned(), "sendMail"),
        ("GET", "/getAll(x='1')".to_owned(), "getAll(x='1')"),
        ("GET", format!("{image}/owner"), "owner"),
        ("GET", format!("{image}/owner/1"), "owner"),
        ("POST", format!("{image}/owner/1"), "owner"),
        ("POST", "/deviceManagement/sync".to_owned(), "sync"),
        ("PATCH", format!("{image}/owner"), "owner"),
    ] {
        let answer = send(with_json(&emulator, method, &path, &json!({}))).await;
        answer.assert_rejected(404, "BadRequest");
        let message = format!("Resource not found for the segment '{segment}'.");
        assert_eq!(answer.message(), message, "{method} {path}");
    }
}

#[tokio::test]
async fn an_item_is_not_posted_to() {
    let (emulator, image) = start_with_image();
    let answer = post(&emulator, &image, json!({})).await;
    answer.assert_rejected(405, "Request_BadRequest");
    assert_eq!(answer.header("allow"), "GET, PATCH, DELETE");
}

#[tokio::test]
async fn an_item_with_a_key_that_looks_like_an_operation_is_found() {
    let emulator = start();
    for key in ["delta", "microsoft.graph.user"] {
        emulator
            .insert("/users/1/tasks", json!({ "key": key }))
            .unwrap();
        let answer = get(&emulator, &format!("/users/1/tasks/{key}")).await;
        assert_eq!(answer.json["key"], key);
    }
}
