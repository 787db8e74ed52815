//! Answers through the client, of each status.

use std::error::Error as _;

use bytes::Bytes;
use graph_resource::{Client, Error, ErrorKind, Retry};

use crate::damage::variants;
use crate::resource::{Thing, page, resource};

const ERROR: &str = r#"{"error":{"code":"Request_BadRequest","message":"m\u000a","details":[{"code":"d","message":"e"}],"innerError":{"code":"i","date":"2024-01-01T00:00:00","request-id":"r","client-request-id":"c"}}}"#;

fn client(status: u16, body: &[u8]) -> Client {
    let body = Bytes::copy_from_slice(body);
    let transport = move |_: http::Request<graph_resource::Body>| {
        let response = http::Response::builder()
            .status(status)
            .header("content-type", "application/json");
        let response = response.body(body.clone()).unwrap();
        async move { Ok(response) }
    };
    Client::builder()
        .token("token")
        .retry(Retry::never())
        .transport(transport)
        .build()
        .unwrap()
}

/// An error that a developer can do something with: one line, with the request, and with a cause where the JSON is at fault.
fn assert_telling(error: &Error, kind: ErrorKind) {
    let line = format!("{error} {error:?}");
    assert_eq!(error.kind(), kind, "{line}");
    assert!(!line.chars().any(char::is_control), "{line:?}");
    assert!(!error.message().is_empty());
    assert!(error.to_string().contains("/me/things"), "{line}");
    assert!(error.status().is_some() && error.raw_body().is_some());
    if kind == ErrorKind::UnexpectedAnswer && error.message().contains("cannot be read at") {
        assert!(error.source().is_some(), "{line}");
    }
}

#[tokio::test]
async fn any_body_of_a_success_is_an_answer_or_unexpected() {
    for body in variants(&resource()) {
        if let Err(error) = Thing::get("1").send(&client(200, &body)).await {
            assert_telling(&error, ErrorKind::UnexpectedAnswer);
        }
        if let Err(error) = Thing::update("1")
            .clear_text()
            .send(&client(200, &body))
            .await
        {
            assert_telling(&error, ErrorKind::UnexpectedAnswer);
        }
        if let Err(error) = Thing::create().send(&client(201, &body)).await {
            assert_telling(&error, ErrorKind::UnexpectedAnswer);
        }
        Thing::delete("1").send(&client(204, &body)).await.unwrap();
    }
}

#[tokio::test]
async fn any_page_is_a_page_or_unexpected() {
    for body in variants(&page()) {
        if let Err(error) = Thing::list().send(&client(200, &body)).await {
            assert_telling(&error, ErrorKind::UnexpectedAnswer);
        }
    }
}

#[tokio::test]
async fn any_body_of_a_failure_is_an_error_of_the_service() {
    for (round, body) in variants(ERROR).enumerate() {
        let status = [300, 400, 401, 404, 409, 412, 429, 500, 503, 599][round % 10];
        let error = Thing::update("1")
            .clear_text()
            .send(&client(status, &body))
            .await
            .unwrap_err();
        assert_telling(&error, ErrorKind::Service);
        assert_eq!(error.status().unwrap().as_u16(), status);
        assert_eq!(error.raw_body().unwrap(), &body);
    }
}
