//! Tests that a token is sent to the origin of the endpoint only.

use std::process::Command;

use bytes::Bytes;
use graph_resource::ErrorKind;

use crate::common::{Probe, answer};
use crate::server::Server;

fn redirect(status: u16, location: &str) -> http::Response<Bytes> {
    let mut redirect = answer(status, "");
    let location = location.parse().unwrap();
    redirect.headers_mut().insert("location", location);
    redirect
}

/// Starts a server that redirects the given number of times, and then answers.
async fn redirecting(times: usize, status: u16, location: &'static str) -> Server {
    Server::start(move |number| async move {
        if number > times {
            answer(200, "{}")
        } else {
            redirect(status, location)
        }
    })
    .await
}

#[tokio::test]
async fn a_redirect_of_a_get_within_the_origin_is_followed_with_the_token() {
    for status in [301, 302, 303, 307, 308] {
        let server = redirecting(1, status, "/v1.0/moved?a=b").await;
        let client = server.client().token("hunter2").build().unwrap();
        let response = client.send_with_response(&Probe::get()).await.unwrap();
        assert_eq!(response.attempts(), 1);
        let [first, second] = &server.received()[..] else {
            panic!("{status}")
        };
        assert_eq!(second.uri(), "/v1.0/moved?a=b");
        assert_eq!(second.headers(), first.headers());
    }
}

#[tokio::test]
async fn a_redirect_of_an_update_is_followed_if_it_keeps_the_method() {
    for status in [307, 308] {
        let server = redirecting(1, status, "moved").await;
        let client = server.client().build().unwrap();
        client.send(&Probe::patch()).await.unwrap();
        let moved = &server.received()[1];
        assert_eq!(moved.uri(), "/v1.0/probes/moved");
        assert_eq!(moved.method(), "PATCH");
        assert_eq!(moved.body(), Probe::patch().body);
    }
    for status in [301, 302, 303] {
        let server = redirecting(1, status, "moved").await;
        let client = server.client().build().unwrap();
        let error = client.send(&Probe::patch()).await.unwrap_err();
        assert_eq!(error.status().unwrap(), status);
        assert!(
            error
                .message()
                .ends_with("not a redirect that this request can follow")
        );
        assert_eq!(server.received().len(), 1);
    }
}

#[tokio::test]
async fn five_redirects_are_followed_and_no_more() {
    let server = redirecting(5, 302, "/v1.0/again").await;
    let client = server.client().build().unwrap();
    client.send(&Probe::get()).await.unwrap();

    let server = redirecting(usize::MAX, 302, "/v1.0/again").await;
    let client = server.client().build().unwrap();
    let error = client.send(&Probe::get()).await.unwrap_err();
    assert_eq!(error.status().unwrap(), 302);
    assert_eq!(error.message(), "the service redirects more than 5 times");
    assert_eq!(server.received().len(), 6);
}

#[tokio::test]
async fn a_redirect_to_another_origin_is_an_error_that_names_both_origins() {
    let elsewhere = Server::answering(answer(200, "{}")).await;
    let location = format!("{}/v1.0/probes/4711", elsewhere.url());
    for status in [301, 302, 303, 307, 308] {
        let server = Server::answering(redirect(status, &location)).await;
        let client = server.client().token("hunter2").build().unwrap();
        let error = client.send(&Probe::get()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Service);
        assert_eq!(error.status().unwrap(), status);
        for url in [server.url(), elsewhere.url()] {
            assert!(error.message().contains(&url), "{error}");
        }
        assert_eq!(server.received().len(), 1);
    }
    assert!(elsewhere.received().is_empty());
}

#[tokio::test]
async fn a_redirect_without_a_valid_location_is_an_error_that_keeps_its_status() {
    for answer in [
        answer(307, ""),
        redirect(307, ""),
        redirect(307, "mailto:a@b"),
    ] {
        let server = Server::answering(answer).await;
        let client = server.client().build().unwrap();
        let error = client.send(&Probe::patch()).await.unwrap_err();
        assert_eq!(error.status().unwrap(), 307);
        assert_eq!(server.received().len(), 1);
    }
}

#[tokio::test]
async fn a_request_to_another_origin_is_not_sent() {
    let server = Server::answering(answer(204, "")).await;
    let elsewhere = Server::answering(answer(204, "")).await;
    let client = server.client().token("hunter2").build().unwrap();
    let request = Probe {
        origin: Some(elsewhere.url()),
        ..Probe::get()
    };
    let error = client.send(&request).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(elsewhere.received().is_empty());
}

const PROXIES: [&str; 8] = [
    "HTTP_PROXY",
    "http_proxy",
    "HTTPS_PROXY",
    "https_proxy",
    "ALL_PROXY",
    "all_proxy",
    "NO_PROXY",
    "no_proxy",
];

/// A process cannot change its environment safely, so the test runs itself in a child process with a proxy.
#[test]
fn requests_to_loopback_bypass_the_proxy_of_the_environment() {
    for name in &PROXIES[..6] {
        let mut command = Command::new(std::env::current_exe().unwrap());
        for name in PROXIES {
            command.env_remove(name);
        }
        let status = command
            .args(["--exact", "origins::in_an_environment_with_a_proxy"])
            .args(["--ignored", "--quiet"])
            .env(name, "http://127.0.0.1:9")
            .status();
        assert!(status.unwrap().success(), "{name}");
    }
}

#[tokio::test]
#[ignore = "run by the test above"]
async fn in_an_environment_with_a_proxy() {
    let server = Server::answering(answer(204, "")).await;
    let client = server.client().token("hunter2").build().unwrap();
    client.send(&Probe::get()).await.unwrap();
}
