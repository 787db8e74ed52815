//! Tests that a proxy is used, and receives only the host.

use std::process::Command;

#[cfg(not(feature = "reqwest"))]
use graph_resource::HyperTransport as DefaultTransport;
#[cfg(feature = "reqwest")]
use graph_resource::ReqwestTransport as DefaultTransport;
use graph_resource::{Client, Error, Retry};

use crate::common::Probe;
use crate::proxies::Proxy;
use crate::secure_server::{Authority, SecureServer};

/// Sends a request to `url` through a proxy.
async fn sent(url: &str, proxy: String, authority: &Authority) -> Result<(), Error> {
    let transport = DefaultTransport::builder()
        .proxy(proxy)
        .add_root_certificate(authority.der());
    let client = Client::builder()
        .base_url(url)
        .token("hunter2")
        .transport(transport.build()?)
        .retry(Retry::never())
        .build()?;
    client.send(&Probe::patch()).await.map(drop)
}

/// Starts a service whose certificate is for a host that only the proxy can reach, and returns its authority and its address.
async fn hidden_service() -> (Authority, String) {
    let authority = Authority::new();
    let server = SecureServer {
        host: "graph.example",
        ..SecureServer::default()
    };
    let url = server.start(&authority).await;
    let address = url.replace("https://localhost", "127.0.0.1");
    (authority, address)
}

fn assert_reveals_only_the_host(seen: &str) {
    assert!(
        seen.starts_with("CONNECT graph.example:443 HTTP/1.1\r\n"),
        "{seen}"
    );
    let seen = seen.to_lowercase();
    // `user:p@ss` in base64.
    assert!(
        seen.contains("proxy-authorization: basic dxnlcjpwqhnz\r\n"),
        "{seen}"
    );
    assert!(!seen.contains("hunter2") && !seen.contains("4711"));
}

#[tokio::test]
async fn a_request_goes_through_the_tunnel_of_a_proxy_which_learns_only_the_host() {
    let (authority, service) = hidden_service().await;
    let proxy = Proxy::connecting_to(service).await;
    for scheme in ["", "http://", "HTTP://"] {
        let url = format!("{scheme}user:p%40ss@{}", proxy.address);
        sent("https://graph.example", url, &authority)
            .await
            .unwrap();
    }
    let seen = proxy.seen();
    assert_eq!(seen.len(), 3);
    for seen in &seen {
        assert_reveals_only_the_host(seen);
    }
}

#[tokio::test]
async fn a_proxy_may_itself_require_tls() {
    let (authority, service) = hidden_service().await;
    let proxy = Proxy::connecting_to(service).await;
    let secure = SecureServer::default();
    let url = secure
        .forwarding_to(&authority, proxy.address.clone())
        .await;
    let url = url.replace("https://", "https://user:p%40ss@");
    sent("https://graph.example", url, &authority)
        .await
        .unwrap();
    assert_reveals_only_the_host(&proxy.seen()[0]);
}

#[cfg(feature = "socks")]
#[tokio::test]
async fn a_request_goes_through_a_socks_proxy_which_resolves_the_host_or_not() {
    let authority = Authority::new();
    let url = SecureServer::default().start(&authority).await;
    let port = url.rsplit(':').next().unwrap();
    let proxy = Proxy::socks5(format!("127.0.0.1:{port}")).await;
    for (scheme, host) in [("socks5h", "localhost"), ("socks5", "[127, 0, 0, 1]")] {
        let address = format!("{scheme}://user:p%40ss@{}", proxy.address);
        sent(&url, address, &authority).await.unwrap();
        let expected = format!("user:p@ss {host}:{port}");
        assert_eq!(proxy.seen().pop().unwrap(), expected, "{scheme}");
    }
}

#[tokio::test]
async fn a_proxy_that_refuses_is_an_error_and_never_a_direct_connection() {
    let authority = Authority::new();
    let url = SecureServer::default().start(&authority).await;
    let proxy = Proxy::refusing("HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n").await;
    let error = sent(&url, format!("http://{}", proxy.address), &authority).await;
    assert_eq!(
        error.unwrap_err().message(),
        "the service cannot be reached"
    );
    assert_eq!(proxy.seen().len(), 1);
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let gone = listener.local_addr().unwrap().to_string();
    drop(listener);
    let error = sent(&url, gone, &authority).await.unwrap_err();
    assert_eq!(error.message(), "the service cannot be reached");
}

#[test]
fn an_invalid_proxy_url_is_an_error_that_does_not_contain_its_password() {
    for url in [
        "http://user:hunter2@:x:y",
        "htps://user:hunter2@proxy.example",
    ] {
        let builder = DefaultTransport::builder().proxy(url);
        assert!(!format!("{builder:?}").contains("hunter2"));
        let error = builder.build().unwrap_err();
        let message = error.message();
        assert!(
            message.starts_with("`proxy` is not the URL of a proxy: "),
            "{message}"
        );
        assert!(!format!("{error:?}").contains("hunter2"));
    }
}

const IS_CHILD: &str = "GRAPH_RESOURCE_TEST_CHILD";

/// A process cannot change its environment safely, so the test runs itself in child processes.
fn in_child(test: &str, variables: &[(&str, &str)]) {
    let mut command = Command::new(std::env::current_exe().unwrap());
    for name in ["HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "HTTP_PROXY"] {
        command.env_remove(name).env_remove(name.to_lowercase());
    }
    let output = command
        .args(["--exact", &format!("proxy::{test}")])
        .env(IS_CHILD, "1")
        .envs(variables.iter().copied())
        .output()
        .unwrap();
    let output_text = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && output_text.contains("1 passed"),
        "{output_text}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_environment_names_the_proxy_and_the_hosts_without_one() {
    let test = "the_environment_names_the_proxy_and_the_hosts_without_one";
    if std::env::var_os(IS_CHILD).is_some() {
        let client = Client::builder()
            .base_url("https://graph.example")
            .token("a");
        let client = client.retry(Retry::never()).build().unwrap();
        client.send(&Probe::get()).await.unwrap_err();
        return;
    }
    let proxy = Proxy::refusing("HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n").await;
    for name in ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"] {
        let url = format!("http://user:p%40ss@{}", proxy.address);
        in_child(test, &[(name, &url)]);
        assert_reveals_only_the_host(&proxy.seen().pop().unwrap());
    }
    let count = proxy.seen().len();
    for exceptions in ["graph.example", "a.example, .example", "*"] {
        in_child(
            test,
            &[("HTTPS_PROXY", &proxy.address), ("no_proxy", exceptions)],
        );
    }
    in_child(test, &[("HTTP_PROXY", &proxy.address)]);
    assert_eq!(proxy.seen().len(), count);
}
