//! Tests of certificates: those of the client, and those of the system that the environment names.

#[cfg(not(feature = "reqwest"))]
use graph_resource::HyperTransport as DefaultTransport;
#[cfg(feature = "reqwest")]
use graph_resource::ReqwestTransport as DefaultTransport;
use graph_resource::{Client, Error, ErrorKind, Retry};

use crate::common::Probe;
use crate::secure_server::{Authority, SecureServer};

/// Starts a service that demands a certificate of its authority.
async fn demanding(authority: &Authority) -> String {
    let server = SecureServer {
        requires_client_certificate: true,
        ..SecureServer::default()
    };
    server.start(authority).await
}

/// Sends a request with a certificate of the client.
async fn sent(
    url: &str,
    authority: &Authority,
    certificates: impl Into<Vec<u8>>,
    key: impl Into<Vec<u8>>,
) -> Result<(), Error> {
    let transport = DefaultTransport::builder()
        .add_root_certificate(authority.der())
        .client_certificate(certificates, key)
        .build()?;
    let client = Client::builder()
        .base_url(url)
        .token("a")
        .transport(transport)
        .retry(Retry::never())
        .build()?;
    client.send(&Probe::get()).await.map(drop)
}

#[tokio::test]
async fn a_service_that_demands_a_certificate_gets_that_of_the_client_in_any_form() {
    let authority = Authority::new();
    let url = demanding(&authority).await;
    let (certificate, key) = authority.issue();
    let (pem, key_pem) = (certificate.pem(), key.serialize_pem());
    let in_one_file = format!("# a comment\n{key_pem}\n{pem}\n{}", authority.pem());
    let der = (certificate.der().to_vec(), key.serialize_der());
    for (certificates, key) in [
        (pem.clone().into_bytes(), key_pem.clone().into_bytes()),
        (in_one_file.clone().into_bytes(), in_one_file.into_bytes()),
        (pem.into_bytes(), der.1.clone()),
        (der.0, der.1),
    ] {
        sent(&url, &authority, certificates, key).await.unwrap();
    }
}

#[tokio::test]
async fn a_certificate_that_the_service_does_not_trust_is_named() {
    let authority = Authority::new();
    let url = demanding(&authority).await;
    let (certificate, key) = Authority::named("Another authority").issue();
    let error = sent(&url, &authority, certificate.pem(), key.serialize_pem()).await;
    let message = error.unwrap_err().to_string();
    assert!(
        message.starts_with("the service requires a certificate of the client that it trusts"),
        "{message}"
    );
    assert!(message.contains("`client_certificate`"), "{message}");
}

#[tokio::test]
async fn an_invalid_certificate_or_key_is_an_error_of_build() {
    let (certificate, key) = Authority::new().issue();
    let (certificate, key) = (certificate.pem(), key.serialize_pem());
    let encrypted = key.replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY");
    for (certificate, key, begin) in [
        (
            "-----BEGIN X-----",
            &*key,
            "`client_certificate` was called with something other than a certificate",
        ),
        (
            &*key,
            &*key,
            "`client_certificate` was called with something other than a certificate",
        ),
        (
            &*certificate,
            &*certificate,
            "`client_certificate` was called with something other than a private key",
        ),
        (
            &*certificate,
            "hunter2",
            "`client_certificate` was called with something other than a private key",
        ),
        (
            &*certificate,
            &*encrypted,
            "`client_certificate` was called with something other than a private key",
        ),
    ] {
        let builder = DefaultTransport::builder().client_certificate(certificate, key);
        assert!(!format!("{builder:?}").contains("hunter2"), "{builder:?}");
        let error = builder.build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
        // The library of the system reads DER by itself, and gives a reason of its own.
        let is_own = cfg!(feature = "native-tls") && key == "hunter2";
        assert!(is_own || error.message().starts_with(begin), "{error:?}");
        assert!(!format!("{error:?}").contains("hunter2"), "{error:?}");
    }
}

#[tokio::test]
async fn a_key_of_another_certificate_is_an_error_of_the_configuration() {
    let authority = Authority::new();
    let url = demanding(&authority).await;
    let ((certificate, _), (_, other)) = (authority.issue(), authority.issue());
    let error = sent(&url, &authority, certificate.pem(), other.serialize_pem()).await;
    let error = error.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration, "{error:?}");
    // The library of the system notices it when it is set up.
    let message = if cfg!(feature = "native-tls") {
        "the HTTP client cannot be set up"
    } else {
        "the certificate and the key of `client_certificate` do not belong together"
    };
    assert!(error.message().starts_with(message), "{error}");
}

#[test]
fn neither_debug_nor_errors_show_a_key() {
    let (_, key) = Authority::new().issue();
    let der = key.serialize_der();
    let builder = DefaultTransport::builder().client_certificate("c", der.clone());
    let debug = format!("{builder:?}");
    assert!(debug.contains("key: [redacted]"), "{debug}");
    assert!(!debug.contains(&format!("{:?}", &der[..4]).replace(['[', ']'], "")));
}

/// Other systems do not keep their certificates in files that an environment variable names.
#[cfg(target_os = "linux")]
mod environment {
    use std::path::{Path, PathBuf};
    use std::process::Command;

    use super::*;

    const URL: &str = "GRAPH_RESOURCE_TEST_URL";
    const TEST: &str =
        "certificates::environment::the_environment_names_the_certificates_of_the_system";

    /// A folder that is removed at the end.
    struct Folder(PathBuf);

    impl Folder {
        fn new() -> Self {
            let name = format!("graph-resource-test-{}", std::process::id());
            let path = std::env::temp_dir().join(name);
            std::fs::create_dir_all(&path).unwrap();
            Self(path)
        }

        fn file(&self, name: &str, content: &str) -> PathBuf {
            let path = self.0.join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, content).unwrap();
            path
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    /// Returns whether a process with these variables trusts the service. A process cannot change its environment safely.
    fn is_trusted(url: &str, variables: &[(&str, &Path)]) -> bool {
        let output = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", TEST, "--nocapture"])
            .env_remove("SSL_CERT_FILE")
            .env_remove("SSL_CERT_DIR")
            .env(URL, url)
            .envs(variables.iter().copied())
            .output()
            .unwrap();
        let text = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "{text}");
        text.contains("trusted: true")
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn the_environment_names_the_certificates_of_the_system() {
        if let Ok(url) = std::env::var(URL) {
            let client = Client::builder().base_url(url).token("a");
            let client = client.retry(Retry::never()).build().unwrap();
            let answer = client.send(&Probe::get()).await;
            println!("trusted: {}", answer.is_ok());
            return;
        }
        let (authority, other) = (Authority::new(), Authority::new());
        let url = SecureServer::default().start(&authority).await;
        let folder = Folder::new();
        let file = folder.file("authority.pem", &authority.pem());
        let another = folder.file("other.pem", &other.pem());
        let folders = folder.file("folder/any-name.pem", &authority.pem());
        let folders = folders.parent().unwrap();
        assert!(!is_trusted(&url, &[]));
        assert!(is_trusted(&url, &[("SSL_CERT_FILE", &file)]));
        assert!(!is_trusted(&url, &[("SSL_CERT_FILE", &another)]));
        assert!(is_trusted(
            &url,
            &[
                ("SSL_CERT_FILE", &file),
                ("SSL_CERT_DIR", Path::new("/missing"))
            ]
        ));
        // OpenSSL reads files with the hash of a name only.
        let reads_any_name = !cfg!(feature = "native-tls");
        let both = [("SSL_CERT_FILE", &*another), ("SSL_CERT_DIR", folders)];
        assert_eq!(
            is_trusted(&url, &[("SSL_CERT_DIR", folders)]),
            reads_any_name
        );
        assert_eq!(is_trusted(&url, &both), reads_any_name);
    }
}
