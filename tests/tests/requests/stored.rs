//! Requests as data.

use graph_resource::{ApiVersion, Cloud, Endpoint, ErrorKind, Request, StoredRequest};
use serde_json::{Value, json};

use crate::support::*;

fn stored(request: &impl Request) -> StoredRequest {
    StoredRequest::new(request, &Endpoint::new(Cloud::Global)).unwrap()
}

#[test]
fn a_stored_request_sends_what_the_request_sends() {
    let update = TodoList::update("ada", "a/b").display_name("Food");
    let update = update.with_if_match("W/\"1\"").with_header("prefer", "a");
    let stored = stored(&update);
    assert_eq!(text(&stored), text(&update));
    let json = serde_json::to_string(&stored).unwrap();
    let read: StoredRequest = serde_json::from_str(&json).unwrap();
    assert_eq!(read, stored);
    assert_eq!(text(&read), text(&update));
    assert_eq!(read.path_template(), update.path_template());
}

#[test]
fn its_json_is_readable() {
    let json = serde_json::to_value(stored(&TodoList::update("ada", 1).display_name("Food")));
    assert_eq!(
        json.unwrap(),
        json!({
            "method": "PATCH",
            "template": "/users/{user_id}/todo/lists/{id}",
            "path": "/v1.0/users/ada/todo/lists/1",
            "headers": [["accept", "application/json"], ["content-type", "application/json"]],
            "body": r#"{"displayName":"Food"}"#,
        })
    );
}

#[test]
fn it_goes_to_any_service() {
    let stored = stored(&TodoList::get("ada", 1));
    for (url, expected) in [
        (
            "http://127.0.0.1:9",
            "http://127.0.0.1:9/v1.0/users/ada/todo/lists/1",
        ),
        (
            "https://gateway.example/graph",
            "https://gateway.example/graph/v1.0/users/ada/todo/lists/1",
        ),
    ] {
        let endpoint = Endpoint::parse(url).unwrap().with_version(ApiVersion::Beta);
        let request = stored.to_http_request(&endpoint).unwrap();
        assert_eq!(request.uri().to_string().split('?').next(), Some(expected));
        // What another service stores is the same.
        let again = StoredRequest::new(&stored, &endpoint).unwrap();
        assert_eq!(again, stored);
    }
}

#[test]
fn a_body_that_is_no_text_is_kept() {
    let mut json = serde_json::to_value(stored(&TodoList::get("ada", 1))).unwrap();
    json["base64"] = json!("/w==");
    let stored: StoredRequest = serde_json::from_value(json.clone()).unwrap();
    assert_eq!(&stored.body()[..], [0xff]);
    assert_eq!(serde_json::to_value(&stored).unwrap(), json);
}

#[test]
fn what_cannot_be_a_request_is_refused() {
    let valid = serde_json::to_value(stored(&TodoList::get("ada", 1))).unwrap();
    let with = |name: &str, value: Value| {
        let mut json = valid.clone();
        json[name] = value;
        serde_json::from_value::<StoredRequest>(json)
    };
    assert!(with("method", json!("GET")).is_ok());
    for (name, value) in [
        ("method", json!("G T")),
        ("method", Value::Null),
        ("path", json!("https://example.com/v1.0/users")),
        ("path", json!("users")),
        ("path", json!("/v1.0/../users")),
        ("path", json!("/v1.0/%2E%2e/users")),
        ("headers", json!([["authorization", "Bearer t"]])),
        ("headers", json!([["host", "example.com"]])),
        ("headers", json!([["a", "b\n"]])),
        ("headers", json!({ "a": "b" })),
        ("body", json!({})),
        ("base64", json!("!")),
        ("template", json!(7)),
    ] {
        assert!(with(name, value.clone()).is_err(), "{name} {value}");
    }
    // Such a path is a mistake of the request.
    let space = with("path", json!("/v1.0/a b")).unwrap();
    let error = http(&space).unwrap_err();
    assert_eq!(
        error.path_template(),
        Some("/users/{user_id}/todo/lists/{id}")
    );
}

#[test]
fn a_request_that_cannot_be_built_cannot_be_stored() {
    let update = TodoList::update("ada", 1);
    let error = StoredRequest::new(&update, &Endpoint::new(Cloud::Global)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::EmptyPatch);
}

#[test]
fn it_shows_no_data() {
    let stored = stored(&TodoList::update("ada", 1).display_name("secret"));
    assert_eq!(
        format!("{stored:?}"),
        "StoredRequest(PATCH /users/{user_id}/todo/lists/{id})"
    );
}
