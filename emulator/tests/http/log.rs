use crate::support::*;

#[tokio::test]
async fn a_request_is_recorded_with_its_response() {
    let (emulator, path) = start_with_image();
    let request = with_json(
        &emulator,
        "PATCH",
        &format!("{path}?a=b%20c"),
        &json!({ "version": "2" }),
    );
    let answer = send(request.header("Prefer", "return=minimal")).await;

    let requests = emulator.requests();
    let [recorded] = &requests[..] else {
        panic!("{requests:?}");
    };
    assert_eq!(recorded.method(), "PATCH");
    assert_eq!(recorded.path(), format!("/beta{path}"));
    assert_eq!(recorded.query(), Some("a=b%20c"));
    assert_eq!(recorded.header("prefer"), Some("return=minimal"));
    assert_eq!(recorded.body(), "{\"version\":\"2\"}".as_bytes());
    assert_eq!(recorded.json(), Some(json!({ "version": "2" })));
    assert_eq!(recorded.response().status(), 204);
    let request_id = recorded.response().headers()["request-id"]
        .to_str()
        .unwrap();
    assert_eq!(request_id, answer.header("request-id"));

    emulator.clear_requests();
    assert!(emulator.requests().is_empty());
}

#[tokio::test]
async fn no_credentials_are_recorded() {
    let emulator = start();
    for (value, recorded) in [
        ("Bearer secret", "Bearer [redacted]"),
        ("bearer secret more", "bearer [redacted]"),
        ("secret", "[redacted]"),
    ] {
        let url = format!("{}/beta{IMAGES}", emulator.url());
        let request = client().get(url);
        send(
            request
                .header("Authorization", value)
                .header("Authorization", "Bearer secret"),
        )
        .await;
        let request = emulator.requests().pop().unwrap();
        assert_eq!(request.header("authorization"), Some(recorded));
        let headers = format!("{:?} {request:?}", request.headers());
        assert!(!headers.contains("secret"), "{headers}");
    }
}
