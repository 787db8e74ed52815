//! Tests that a failure that will not pass is not repeated, and that its error says what to do.

use std::time::{Duration, Instant};

use graph_resource::{ClientBuilder, Error, ErrorKind};

use crate::common::Probe;
use crate::server::Server;

/// Sends a request that may be repeated, with the default policy, and asserts that it was sent once.
async fn sent_once(client: ClientBuilder) -> Error {
    let client = client.token("a").build().unwrap();
    let start = Instant::now();
    let error = client.send(&Probe::get()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport, "{error:?}");
    assert_eq!(error.attempts(), 1, "{error:?}");
    assert!(start.elapsed() < Duration::from_secs(5));
    assert!(!error.to_string().contains('\n'));
    error
}

fn assert_begins(error: &Error, begin: &str) {
    assert!(error.to_string().starts_with(begin), "{error:?}");
}

#[tokio::test]
async fn an_answer_with_too_many_or_too_large_headers_is_not_requested_again() {
    let many = "a: b\r\n".repeat(33_000);
    let large = format!("a: {}\r\n", "b".repeat(1024 * 1024));
    for headers in [many, large] {
        let answer = format!("HTTP/1.1 200 OK\r\n{headers}content-length: 2\r\n\r\n{{}}");
        let server = Server::stalling(answer).await;
        let error = sent_once(server.client()).await;
        assert_begins(&error, "the headers of the answer are more or larger");
    }
}

#[cfg(any(
    feature = "rustls",
    feature = "rustls-ring",
    feature = "native-tls",
    all(
        not(feature = "reqwest"),
        any(feature = "hyper-rustls", feature = "hyper-rustls-ring")
    )
))]
mod tls {
    use graph_resource::Client;
    #[cfg(not(feature = "reqwest"))]
    use graph_resource::HyperTransport as DefaultTransport;
    #[cfg(feature = "reqwest")]
    use graph_resource::ReqwestTransport as DefaultTransport;

    use super::*;
    use crate::secure_server::{Authority, SecureServer};

    fn trusting(authority: &Authority, url: String) -> ClientBuilder {
        let transport = DefaultTransport::builder().add_root_certificate(authority.der());
        let transport = transport.build().unwrap();
        Client::builder().base_url(url).transport(transport)
    }

    #[tokio::test]
    async fn an_untrusted_certificate_is_named_and_not_tried_again() {
        let url = SecureServer::default().start(&Authority::new()).await;
        let error = sent_once(Client::builder().base_url(url)).await;
        assert_begins(
            &error,
            "the certificate of the service is not trusted by this machine: ",
        );
        assert!(error.to_string().contains("`add_root_certificate`"));
    }

    #[tokio::test]
    async fn a_root_certificate_in_der_or_pem_is_trusted() {
        let (authority, other) = (Authority::new(), Authority::new());
        let url = SecureServer::default().start(&authority).await;
        let bundle = format!("# a bundle\n{}\n{}", other.pem(), authority.pem());
        for root in [authority.der(), authority.pem().into(), bundle.into()] {
            let transport = DefaultTransport::builder()
                .add_root_certificate(other.der())
                .add_root_certificate(root)
                .build()
                .unwrap();
            let client = Client::builder()
                .base_url(url.clone())
                .token("a")
                .transport(transport)
                .build()
                .unwrap();
            client.send(&Probe::get()).await.unwrap();
        }
    }

    #[test]
    fn an_invalid_root_certificate_is_an_error_of_build() {
        let broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        for root in ["", "certificate", "-----BEGIN CERTIFICATE-----", broken] {
            let builder = DefaultTransport::builder().add_root_certificate(root);
            let error = builder.build().unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Configuration);
            assert_begins(&error, "`add_root_certificate` was called with");
        }
    }

    #[tokio::test]
    async fn an_expired_certificate_is_named() {
        let authority = Authority::new();
        let server = SecureServer {
            is_expired: true,
            ..SecureServer::default()
        };
        let url = server.start(&authority).await;
        let error = sent_once(trusting(&authority, url)).await;
        assert_begins(&error, "the certificate of the service is expired");
    }

    #[tokio::test]
    async fn a_certificate_of_another_host_is_named() {
        let authority = Authority::new();
        let server = SecureServer {
            host: "other.example",
            ..SecureServer::default()
        };
        let url = server.start(&authority).await;
        let error = sent_once(trusting(&authority, url)).await;
        assert_begins(&error, "the certificate of the service is for another host");
    }

    #[tokio::test]
    async fn a_required_client_certificate_is_named() {
        let authority = Authority::new();
        let server = SecureServer {
            requires_client_certificate: true,
            ..SecureServer::default()
        };
        let url = server.start(&authority).await;
        let error = sent_once(trusting(&authority, url)).await;
        assert_begins(&error, "the service requires a certificate of the client");
    }

    #[tokio::test]
    async fn a_refused_version_or_handshake_of_tls_is_named() {
        for (alert, begin) in [
            (
                b"\x15\x03\x01\x00\x02\x02\x46",
                "the service supports no version of TLS",
            ),
            (
                b"\x15\x03\x01\x00\x02\x02\x28",
                "the service refuses the TLS handshake",
            ),
        ] {
            let server = Server::raw(alert).await;
            let url = server.url().replace("http:", "https:");
            let error = sent_once(Client::builder().base_url(url)).await;
            assert_begins(&error, begin);
        }
    }

    #[tokio::test]
    async fn a_server_without_tls_is_named() {
        let server = Server::raw(b"HTTP/1.1 400 Bad Request\r\n\r\n").await;
        let url = server.url().replace("http:", "https:");
        let error = sent_once(Client::builder().base_url(url)).await;
        assert_begins(&error, "the service does not speak TLS");
    }

    #[tokio::test]
    async fn a_proxy_that_requires_authentication_is_named() {
        let refusal = b"HTTP/1.1 407 Proxy Authentication Required\r\nproxy-authenticate: Basic realm=\"p\"\r\n\
            content-length: 0\r\n\r\n";
        let proxy = Server::raw(refusal).await;
        let transport = DefaultTransport::builder().proxy(proxy.url());
        let transport = transport.build().unwrap();
        let error = sent_once(Client::builder().transport(transport)).await;
        assert_begins(&error, "the proxy requires a user name and a password");
    }
}
