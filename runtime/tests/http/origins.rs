//! The token stays with the origin of the endpoint.

use std::process::Command;

use graph_resource::ErrorKind;

use crate::common::{Probe, answer};
use crate::server::Server;

#[tokio::test]
async fn a_redirect_is_an_error_and_is_not_followed() {
    for status in [301, 302, 303, 307, 308] {
        let elsewhere = Server::answering(answer(200, "{}")).await;
        let mut redirect = answer(status, "");
        let location = format!("{}/v1.0/probes/4711", elsewhere.url());
        redirect
            .headers_mut()
            .insert("location", location.parse().unwrap());
        let server = Server::answering(redirect).await;
        let client = server.client().token("hunter2").build().unwrap();

        let error = client.send(&Probe::get()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Service);
        assert_eq!(error.status().unwrap(), status);
        assert_eq!(error.headers().unwrap()["location"], location);
        assert!(error.message().ends_with("redirects are not followed"));
        assert_eq!(server.received().len(), 1);
        assert!(elsewhere.received().is_empty());
    }
}

#[tokio::test]
async fn a_request_that_names_another_origin_is_not_sent() {
    let server = Server::answering(answer(204, "")).await;
    let elsewhere = Server::answering(answer(204, "")).await;
    let client = server.client().token("hunter2").build().unwrap();
    let stray = Probe {
        origin: Some(elsewhere.url()),
        ..Probe::get()
    };
    let error = client.send(&stray).await.unwrap_err();
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

/// The environment of a process cannot be changed safely, so the test runs itself in one that has a proxy.
#[test]
fn loopback_is_asked_without_the_proxy_of_the_environment() {
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
