use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use bytes::Bytes;
use graph_resource::{Client, Error, Retry, Updated, graph_resource};
use tracing_subscriber::util::SubscriberInitExt;

use crate::output::Output;

#[graph_resource(path = "/users/{user_id}/notes")]
#[derive(Debug)]
struct Note {
    #[graph(key)]
    id: String,
    text: Option<String>,
}

/// Updates a note of a service that answers with these statuses, one after the other.
async fn update(output: &Output, statuses: &'static [u16]) -> Result<Updated<Note>, Error> {
    let answered = Arc::new(AtomicUsize::new(0));
    let transport = move |_: http::Request<graph_resource::Body>| {
        let status = statuses[answered.fetch_add(1, Ordering::Relaxed)];
        let answer = http::Response::builder()
            .status(status)
            .header("request-id", "r-1")
            .body(Bytes::new());
        std::future::ready(Ok(answer.unwrap()))
    };
    let instant = Duration::from_micros(1);
    let client = Client::builder()
        .token("any")
        .transport(transport)
        .retry(Retry::default().backoff(instant, instant))
        .build()?;
    let _guard = output.subscriber().set_default();
    Note::update("adele", "4711")
        .text("x")
        .with_header("client-request-id", "c-1")
        .send(&client)
        .await
}

fn assert_has(line: &str, fields: &[&str]) {
    for field in fields {
        assert!(line.contains(field), "{field} in {line}");
    }
}

#[tokio::test]
async fn a_request_is_a_span_with_its_template_its_ids_and_its_attempts() {
    let output = Output::default();
    update(&output, &[503, 204]).await.unwrap();
    let [request] = &output.ended("request")[..] else {
        panic!("{}", output.text())
    };
    assert_has(
        request,
        &[
            "otel.name=PATCH /users/{user_id}/notes/{id}",
            "http.request.method=PATCH",
            "url.template=\"/users/{user_id}/notes/{id}\"",
            "server.address=\"graph.microsoft.com\"",
            "http.response.status_code=204",
            "graph.client_request_id=\"c-1\"",
            "graph.request_id=\"r-1\"",
            "graph.attempts=2",
        ],
    );
    assert!(!request.contains("error.type"));
}

#[tokio::test]
async fn each_attempt_is_a_span_of_an_http_client_by_the_names_of_opentelemetry() {
    let output = Output::default();
    update(&output, &[503, 204]).await.unwrap();
    let [first, second] = &output.ended("attempt")[..] else {
        panic!("{}", output.text())
    };
    for attempt in [first, second] {
        assert_has(
            attempt,
            &[
                "otel.kind=\"client\"",
                "http.request.method=PATCH",
                "server.port=443",
            ],
        );
    }
    assert_has(
        first,
        &[
            "http.response.status_code=503",
            "error.type=\"503\"",
            "otel.status_code=\"ERROR\"",
        ],
    );
    assert!(!first.contains("resend_count"));
    assert_has(
        second,
        &[
            "http.request.resend_count=1",
            "http.response.status_code=204",
        ],
    );
}

#[tokio::test]
async fn a_wait_is_an_event() {
    let output = Output::default();
    update(&output, &[503, 204]).await.unwrap();
    let text = output.text();
    let event = text
        .lines()
        .find(|line| line.contains("will be sent again"));
    assert_has(
        event.unwrap(),
        &["http.response.status_code=503", "graph.wait="],
    );
}

#[tokio::test]
async fn an_error_is_named_by_its_status() {
    let output = Output::default();
    update(&output, &[404]).await.unwrap_err();
    let request = output.ended("request").pop().unwrap();
    assert_has(
        &request,
        &["error.type=\"404\"", "otel.status_code=\"ERROR\""],
    );
}

#[tokio::test]
async fn no_id_of_the_path_is_seen() {
    let output = Output::default();
    update(&output, &[503, 404]).await.unwrap_err();
    assert!(!output.text().contains("4711"));
    assert!(!output.text().contains("adele"));
}
