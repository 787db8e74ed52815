use std::error::Error as _;

use bytes::Bytes;
use graph_resource::{Error, ErrorKind, Retry, Updated};
use serde_json::{Value, json};

use crate::common::{Probe, answer};
use crate::server::Server;

const JSON: &str = "application/json";

fn answer_as(status: u16, content_type: &str, body: &str) -> http::Response<Bytes> {
    let mut answer = answer(status, body.to_owned());
    let value = content_type.parse().unwrap();
    answer.headers_mut().insert("content-type", value);
    answer
}

async fn sent(answer: http::Response<Bytes>) -> Result<Updated<Value>, Error> {
    let server = Server::answering(answer).await;
    let client = server.client().retry(Retry::never()).build()?;
    client.send(&Probe::patch()).await
}

#[tokio::test]
async fn each_status_of_success_is_read_as_its_outcome() {
    let image = json!({"id": "4711", "version": null});
    for (answer, expected) in [
        (
            answer_as(200, JSON, &image.to_string()),
            Updated::Representation(image),
        ),
        (answer_as(200, JSON, ""), Updated::NoContent),
        (answer_as(204, JSON, ""), Updated::NoContent),
        (answer(204, ""), Updated::NoContent),
        (answer(202, ""), Updated::Accepted),
    ] {
        assert_eq!(sent(answer).await.unwrap(), expected);
    }
}

#[tokio::test]
async fn status_and_headers_of_an_answer_are_accessible() {
    let mut accepted = answer(202, "");
    for (name, value) in [
        ("location", "https://graph.microsoft.com/v1.0/operations/1"),
        ("etag", "W/\"JzEtUGxhbi\""),
        ("request-id", "r-1"),
        ("client-request-id", "c-1"),
    ] {
        accepted.headers_mut().insert(name, value.parse().unwrap());
    }
    let server = Server::answering(accepted).await;
    let client = server.client().build().unwrap();
    let response = client.send_with_response(&Probe::patch()).await.unwrap();
    assert_eq!(response.status(), 202);
    assert_eq!(response.value(), &Updated::Accepted);
    assert_eq!(
        response.location(),
        Some("https://graph.microsoft.com/v1.0/operations/1")
    );
    assert_eq!(response.etag(), Some("W/\"JzEtUGxhbi\""));
    assert_eq!(response.request_id(), Some("r-1"));
    assert_eq!(response.client_request_id(), Some("c-1"));
}

#[tokio::test]
async fn an_html_page_with_status_200_is_unexpected_and_kept_in_the_error() {
    let error = sent(answer_as(200, "text/html", "<h1>Sign in</h1>"))
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnexpectedAnswer);
    assert_eq!(error.status().unwrap(), 200);
    assert_eq!(error.headers().unwrap()["content-type"], "text/html");
    assert_eq!(error.raw_body().unwrap(), "<h1>Sign in</h1>");
    assert_eq!(
        error.to_string(),
        "200 OK: the answer is text/html, where JSON was expected [PATCH /probes/{id}]"
    );
    assert!(error.source().is_some());
}

#[tokio::test]
async fn truncated_json_is_unexpected_with_and_without_the_response() {
    let server = Server::answering(answer_as(200, JSON, r#"{"a":{"b":"#)).await;
    let client = server.client().build().unwrap();
    let value = client.send(&Probe::patch()).await.unwrap_err();
    let response = client
        .send_with_response(&Probe::patch())
        .await
        .unwrap_err();
    for error in [value, response] {
        assert_eq!(error.kind(), ErrorKind::UnexpectedAnswer);
        assert_eq!(error.raw_body().unwrap(), r#"{"a":{"b":"#);
    }
}

#[tokio::test]
async fn any_other_status_is_an_error_of_the_service() {
    for status in [
        300, 304, 400, 401, 403, 404, 405, 409, 410, 412, 423, 429, 500, 502, 503, 504, 507, 599,
    ] {
        let error = sent(answer(status, "")).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Service);
        assert_eq!(error.status().unwrap(), status);
        assert_eq!(error.path_template(), Some(Probe::TEMPLATE));
    }
}

#[tokio::test]
async fn the_error_of_graph_is_read() {
    let body = json!({"error": {
        "code": "activityLimitReached",
        "message": "Too many requests.",
        "innerError": {"code": "throttled", "request-id": "r-1", "client-request-id": "c-1"},
    }});
    let mut refused = answer_as(429, JSON, &body.to_string());
    refused
        .headers_mut()
        .insert("retry-after", "2.128".parse().unwrap());
    let error = sent(refused).await.unwrap_err();
    assert!(error.is_throttled());
    assert_eq!(error.code(), Some("activityLimitReached"));
    assert_eq!(error.inner_codes().collect::<Vec<_>>(), ["throttled"]);
    assert_eq!(
        error.retry_after(),
        Some(std::time::Duration::from_millis(2128))
    );
    assert_eq!(error.client_request_id(), Some("c-1"));
    assert_eq!(
        error.to_string(),
        "429 Too Many Requests (activityLimitReached): Too many requests. [PATCH /probes/{id}] [request-id r-1]"
    );
}
