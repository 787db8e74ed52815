//! Tests that a proxy is used, and receives only the host.

#![cfg(all(
    feature = "reqwest",
    any(feature = "rustls", feature = "rustls-ring", feature = "native-tls")
))]

use std::sync::{Arc, Mutex};

use graph_resource::{Client, ReqwestTransport, Retry};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::common::Probe;

/// Starts a proxy that refuses, and returns its address and the first data that it receives.
async fn refusing_proxy() -> (String, Arc<Mutex<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let seen = Arc::new(Mutex::new(String::new()));
    let log = Arc::clone(&seen);
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut buffer = [0; 4096];
        let length = stream.read(&mut buffer).await.unwrap();
        *log.lock().unwrap() = String::from_utf8_lossy(&buffer[..length]).into_owned();
        let refusal = b"HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n";
        stream.write_all(refusal).await.unwrap();
    });
    (address, seen)
}

#[tokio::test]
async fn a_request_uses_the_given_proxy_and_reveals_only_the_host() {
    let (address, seen) = refusing_proxy().await;
    let transport = ReqwestTransport::builder()
        .proxy(format!("http://user:secret@{address}"))
        .build()
        .unwrap();
    let client = Client::builder()
        .token("hunter2")
        .transport(transport)
        .retry(Retry::never())
        .build()
        .unwrap();
    let error = client.send(&Probe::patch()).await.unwrap_err();
    assert_eq!(error.message(), "the service cannot be reached");
    let seen = seen.lock().unwrap();
    assert!(
        seen.starts_with("CONNECT graph.microsoft.com:443 HTTP/1.1\r\n"),
        "{seen}"
    );
    assert!(seen.to_lowercase().contains("proxy-authorization: basic"));
    assert!(!seen.contains("hunter2") && !seen.contains("4711"));
}

#[test]
fn an_invalid_proxy_url_is_an_error_that_does_not_contain_its_password() {
    let builder = ReqwestTransport::builder().proxy("http://user:hunter2@:x:y");
    assert!(!format!("{builder:?}").contains("hunter2"));
    let error = builder.build().unwrap_err();
    let message = error.message();
    assert!(
        message.starts_with("`proxy` is not the URL of a proxy: "),
        "{message}"
    );
    assert!(!format!("{error:?}").contains("hunter2"));
}
