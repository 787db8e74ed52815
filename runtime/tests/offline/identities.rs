//! Clients in other names, in another version and with other headers, over the same connections.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use graph_resource::{
    AccessToken, ApiVersion, Body, Client, ErrorKind, TokenRequest, TransportError,
};

use crate::common::{Probe, answer};
use crate::whole;

type Log = Arc<Mutex<Vec<http::Request<Bytes>>>>;

/// Returns a client that logs its requests, with tokens of a provider.
fn logging_client() -> (Client, Log) {
    let log = Log::default();
    let sent = Arc::clone(&log);
    let transport = move |request: http::Request<Body>| {
        sent.lock().unwrap().push(whole(request));
        async { Ok::<_, TransportError>(answer(204, "")) }
    };
    let client = Client::builder()
        .token("application")
        .transport(transport)
        .build()
        .unwrap();
    (client, log)
}

async fn sent_by(client: &Client, log: &Log) -> http::Request<Bytes> {
    client.send(&Probe::patch()).await.unwrap();
    log.lock().unwrap().pop().unwrap()
}

#[tokio::test]
async fn each_client_sends_its_own_token_over_the_same_transport() {
    let (client, log) = logging_client();
    let ada = client.with_token("ada");
    let provider = |_: TokenRequest| async { Ok(AccessToken::new("bob")) };
    let bob = ada.with_token_provider(provider);
    for (client, token) in [(&client, "application"), (&ada, "ada"), (&bob, "bob")] {
        let request = sent_by(client, &log).await;
        assert_eq!(
            request.headers()["authorization"],
            format!("Bearer {token}")
        );
    }
}

#[tokio::test]
async fn a_clone_shares_the_tokens_of_a_provider_and_a_client_in_another_name_does_not() {
    let (client, _) = logging_client();
    let calls = Arc::new(AtomicUsize::new(0));
    let provider = || {
        let calls = Arc::clone(&calls);
        let in_an_hour = SystemTime::now() + Duration::from_secs(3600);
        move |_: TokenRequest| {
            calls.fetch_add(1, Ordering::Relaxed);
            async move { Ok(AccessToken::new("cached").with_expires_on(in_an_hour)) }
        }
    };
    let first = client.with_token_provider(provider());
    let beta = first.with_api_version(ApiVersion::Beta);
    let outlook = first.clone().with_preference("IdType=\"ImmutableId\"");
    for client in [&first, &beta, &outlook] {
        client.send(&Probe::get()).await.unwrap();
    }
    assert_eq!(calls.load(Ordering::Relaxed), 1);
    let second = first.with_token_provider(provider());
    second.send(&Probe::get()).await.unwrap();
    assert_eq!(calls.load(Ordering::Relaxed), 2);
}

#[tokio::test]
async fn the_version_is_that_of_the_client_that_sends() {
    let (client, log) = logging_client();
    let beta = client.with_api_version(ApiVersion::Beta);
    let uri = sent_by(&beta, &log).await.uri().to_string();
    assert_eq!(uri, "https://graph.microsoft.com/beta/probes/4711");
    let uri = sent_by(&client, &log).await.uri().to_string();
    assert_eq!(uri, "https://graph.microsoft.com/v1.0/probes/4711");
}

#[tokio::test]
async fn a_header_of_the_client_goes_with_requests_that_do_not_have_it() {
    let (client, log) = logging_client();
    let client = client
        .with_header("x-app", "first")
        .with_header("X-App", "second")
        .with_header("content-type", "text/plain");
    let request = sent_by(&client, &log).await;
    assert_eq!(request.headers()["x-app"], "second");
    assert_eq!(request.headers()["content-type"], "application/json");
    let values = request.headers().get_all("content-type").iter().count();
    assert_eq!(values, 1);
}

#[tokio::test]
async fn preferences_of_the_client_follow_those_of_the_request() {
    let (client, log) = logging_client();
    let client = client
        .with_preference("IdType=\"ImmutableId\"")
        .with_header("Prefer", "outlook.body-content-type=\"text\"");
    let both = "IdType=\"ImmutableId\", outlook.body-content-type=\"text\"";
    assert_eq!(sent_by(&client, &log).await.headers()["prefer"], both);

    let preference = Probe {
        prefer: Some("return=minimal"),
        ..Probe::patch()
    };
    client.send(&preference).await.unwrap();
    let request = log.lock().unwrap().pop().unwrap();
    let all: Vec<_> = request.headers().get_all("prefer").iter().collect();
    assert_eq!(all, ["return=minimal", both]);
}

#[tokio::test]
async fn a_header_that_a_client_cannot_add_makes_each_request_fail_before_it_is_sent() {
    let (client, log) = logging_client();
    for (name, value, message) in [
        (
            "Authorization",
            "Bearer secret",
            "the header `authorization` is set by the client itself",
        ),
        ("host", "h", "the header `host` is set by the client itself"),
        (
            "If-Match",
            "W/\"1\"",
            "the header `if-match` belongs to one request, not to a client",
        ),
        (
            "client-request-id",
            "1",
            "the header `client-request-id` belongs to one request, not to a client",
        ),
        ("a b", "c", "`a b` is not the name of a header"),
        (
            "x-app",
            "secret\n",
            "the value of the header `x-app` has characters that cannot be sent",
        ),
    ] {
        let client = client.with_header(name, value);
        let error = client.send(&Probe::get()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert_eq!(error.message(), message);
        assert_eq!(error.attempts(), 0);
    }
    assert!(log.lock().unwrap().is_empty());
}

#[tokio::test]
async fn the_debug_output_of_a_client_has_neither_tokens_nor_headers() {
    let (client, _) = logging_client();
    let client = client.with_token("hunter2").with_header("x-app", "hunter2");
    assert!(!format!("{client:?}").contains("hunter2"));
}
