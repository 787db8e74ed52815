//! A service for types that are nowhere in Rust, and a client that knows nothing of it.

#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

use std::io::{Read, Write};
use std::net::TcpStream;

use graph_resource_emulator::Emulator;
use graph_resource_import::{Metadata, emulator, seed};
use serde_json::{Value, json};

const SERVICE: &str = include_str!("fixtures/service.csdl");

fn serve(names: &[&str]) -> Emulator {
    let metadata: Metadata = SERVICE.parse().unwrap();
    emulator(&metadata, names).start().unwrap()
}

/// Sends a request as any program could, and returns the status and the body.
fn send(emulator: &Emulator, method: &str, path: &str, body: &str) -> (u16, Value) {
    let host = emulator.url().strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(host).unwrap();
    write!(
        stream,
        "{method} /v1.0{path} HTTP/1.1\r\nhost: {host}\r\nauthorization: Bearer any\r\ncontent-type: application/json\r\n\
         content-length: {}\r\nconnection: close\r\n\r\n{body}",
        body.len()
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    (status, serde_json::from_str(body).unwrap_or_default())
}

#[test]
fn an_item_is_created_changed_listed_and_deleted() {
    let emulator = serve(&["user"]);
    let user = r#"{"displayName":"Ada","tags":["a"],"settings":{"any":1}}"#;
    let (status, created) = send(&emulator, "POST", "/users", user);
    assert_eq!(status, 201, "{created}");
    let path = format!("/users/{}", created["id"].as_str().unwrap());
    let (status, _) = send(&emulator, "PATCH", &path, r#"{"displayName":null}"#);
    assert_eq!(status, 200);
    let (_, listed) = send(&emulator, "GET", "/users", "");
    assert_eq!(listed["value"][0]["displayName"], Value::Null);
    assert_eq!(listed["value"][0]["tags"], json!(["a"]));
    assert_eq!(send(&emulator, "DELETE", &path, "").0, 204);
    assert_eq!(send(&emulator, "GET", &path, "").0, 404);
}

#[test]
fn what_the_metadata_does_not_allow_is_refused() {
    let emulator = serve(&["message"]);
    let path = "/users/1/messages";
    for body in [r#"{"subject":"it is read-only"}"#, r#"{"unknown":1}"#] {
        let (status, answer) = send(&emulator, "POST", path, body);
        assert_eq!(status, 400, "{answer}");
    }
    assert_eq!(send(&emulator, "GET", "/users", "").0, 404);
    let wrong_type = r#"{"createdDateTime":"yesterday"}"#;
    let users = serve(&[]);
    assert_eq!(send(&users, "POST", "/users", wrong_type).0, 400);
}

#[test]
fn seeded_items_are_there_from_the_start() {
    let emulator = serve(&[]);
    let data = json!({
        "/users": [{ "id": "ada", "displayName": "Ada" }, { "id": "bob" }],
        "/me": { "displayName": "Me" },
    });
    seed(&emulator, &data).unwrap();
    assert_eq!(
        send(&emulator, "GET", "/users/ada", "").1["displayName"],
        "Ada"
    );
    assert_eq!(send(&emulator, "GET", "/me", "").1["displayName"], "Me");
    assert!(seed(&emulator, &json!({ "/nowhere": {} })).is_err());
}
