//! The setup of TLS by rustls, which only `https` needs.

// `native-tls` has no way to keep OpenSSL from loading its certificates.
#![cfg(not(feature = "native-tls"))]
#![cfg(any(
    feature = "rustls",
    feature = "rustls-ring",
    all(
        not(feature = "reqwest"),
        any(feature = "hyper-rustls", feature = "hyper-rustls-ring")
    )
))]

use std::sync::Arc;

#[cfg(not(feature = "reqwest"))]
use graph_resource::HyperTransport as DefaultTransport;
#[cfg(feature = "reqwest")]
use graph_resource::ReqwestTransport as DefaultTransport;
use graph_resource::{Client, ClientBuilder, Error};

const LOOPBACK: &str = "http://127.0.0.1:1";

fn build(base_url: &str) -> Result<Client, Error> {
    Client::builder().base_url(base_url).token("a").build()
}

/// The certificates of a system are more than a hundred, each with several allocations.
#[test]
fn a_client_for_loopback_loads_no_certificates() {
    let count = |base_url| allocation_counter::measure(|| drop(build(base_url).unwrap()));
    let (loopback, https) = (count(LOOPBACK), count("https://localhost"));
    assert!(loopback.count_total < 150, "{loopback:?}");
    assert!(loopback.bytes_total < 32 * 1024, "{loopback:?}");
    assert!(https.count_total > 1000, "{https:?}");
}

/// Other systems do not keep their certificates in files that an environment variable names.
#[cfg(target_os = "linux")]
mod without_certificates {
    use std::process::Command;

    use graph_resource::ErrorKind;

    use super::*;

    const MISSING: &str = "/missing/certificates.pem";

    /// Runs the test again in a process whose system has no certificates, unless this is that process.
    fn is_in_such_a_process(test: &str) -> bool {
        if std::env::var("SSL_CERT_FILE").is_ok_and(|path| path == MISSING) {
            return true;
        }
        let child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", &format!("tls::without_certificates::{test}")])
            .env("SSL_CERT_FILE", MISSING)
            .env_remove("SSL_CERT_DIR")
            .output()
            .unwrap();
        let output = String::from_utf8_lossy(&child.stdout);
        assert!(child.status.success(), "{output}");
        assert!(output.contains("1 passed"), "{output}");
        false
    }

    fn with(transport: &Arc<DefaultTransport>) -> ClientBuilder {
        Client::builder()
            .token("a")
            .transport(Arc::clone(transport))
    }

    #[test]
    fn building_a_client_fails_for_https_alone() {
        if !is_in_such_a_process("building_a_client_fails_for_https_alone") {
            return;
        }
        let transport = Arc::new(DefaultTransport::new().unwrap());
        build(LOOPBACK).unwrap();
        with(&transport).base_url(LOOPBACK).build().unwrap();
        for error in [
            build("https://localhost").unwrap_err(),
            with(&transport).build().unwrap_err(),
        ] {
            assert_eq!(error.kind(), ErrorKind::Configuration);
            assert_eq!(error.to_string(), "TLS cannot be set up");
        }
    }

    #[tokio::test]
    async fn a_transport_that_the_client_does_not_know_fails_at_the_first_request() {
        if !is_in_such_a_process(
            "a_transport_that_the_client_does_not_know_fails_at_the_first_request",
        ) {
            return;
        }
        let inner = DefaultTransport::new().unwrap();
        let client = Client::builder()
            .token("a")
            .transport(move |request| graph_resource::Transport::send(&inner, request))
            .build()
            .unwrap();
        let error = client.send(&crate::common::Probe::get()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert_eq!(error.message(), "TLS cannot be set up");
        assert_eq!(error.attempts(), 1);
    }
}
