use std::error::Error as _;
use std::sync::Arc;
use std::time::Duration;

use graph_resource::{
    ApiVersion, Body, BoxFuture, Client, ClientBuilder, Cloud, ErrorKind, Transport, TransportError,
};

use crate::common::answer;

fn builder() -> ClientBuilder {
    Client::builder().transport(no_content)
}

async fn no_content(_: http::Request<Body>) -> Result<http::Response<Body>, TransportError> {
    Ok(answer(204, "").map(Body::from))
}

fn problem(builder: ClientBuilder) -> String {
    let error = builder.build().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    error.to_string()
}

#[test]
fn the_endpoint_is_the_global_cloud_by_default() {
    for (builder, endpoint) in [
        (builder(), "https://graph.microsoft.com/v1.0"),
        (
            builder().cloud(Cloud::China),
            "https://microsoftgraph.chinacloudapi.cn/v1.0",
        ),
        (
            builder().api_version(ApiVersion::Beta),
            "https://graph.microsoft.com/beta",
        ),
        (
            builder()
                .base_url("http://localhost:1/graph/")
                .api_version(ApiVersion::Beta),
            "http://localhost:1/graph/beta",
        ),
    ] {
        assert_eq!(builder.build().unwrap().endpoint().to_string(), endpoint);
    }
}

#[test]
fn contradictions_and_invalid_values_are_reported_by_build() {
    for (builder, begin) in [
        (
            builder().cloud(Cloud::Global).base_url("https://localhost"),
            "both a cloud and a base URL are set",
        ),
        (
            builder().timeout(Duration::from_secs(1)),
            "both a transport and a timeout are set",
        ),
        (
            builder().user_agent("line\nbreak"),
            "the user agent contains characters",
        ),
        (
            builder().base_url("graph.microsoft.com"),
            "the base URL `graph.microsoft.com` is not absolute",
        ),
        (
            builder().base_url("http://graph.microsoft.com"),
            "the base URL `http://graph.microsoft.com` is not `https`",
        ),
    ] {
        let problem = problem(builder);
        assert!(problem.starts_with(begin), "{problem}");
    }
}

#[test]
fn all_mistakes_are_reported_at_once() {
    let builder = builder()
        .base_url("ftp://x")
        .timeout(Duration::from_secs(1))
        .user_agent("\0");
    assert_eq!(problem(builder).split("; ").count(), 3);
}

/// A transport that is not set up for `https`.
struct HttpOnly;

impl Transport for HttpOnly {
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'static, Result<http::Response<Body>, TransportError>> {
        Box::pin(no_content(request))
    }

    fn prepare(&self, origin: &http::Uri) -> Result<(), TransportError> {
        match origin.scheme_str() {
            Some("http") => Ok(()),
            _ => Err("there is no TLS".into()),
        }
    }
}

#[test]
fn a_transport_is_asked_to_prepare_for_the_endpoint() {
    let builder = || Client::builder().transport(Arc::new(HttpOnly));
    builder().base_url("http://localhost").build().unwrap();
    let error = builder().user_agent("\0").build().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    let message = error.message();
    assert!(
        message.starts_with("the transport cannot be set up; the user agent"),
        "{message}"
    );
    let source = error.source().map(ToString::to_string);
    assert_eq!(source.as_deref(), Some("there is no TLS"));
}

#[cfg(not(any(feature = "hyper", feature = "reqwest")))]
#[test]
fn without_a_transport_the_error_says_what_to_do() {
    assert!(problem(Client::builder()).contains("enable the feature `reqwest`"));
}

#[test]
fn a_client_is_clone_send_and_sync() {
    fn is_shared<T: Clone + Send + Sync + std::fmt::Debug + 'static>() {}
    is_shared::<Client>();
}

#[cfg(all(
    feature = "rustls-no-provider",
    not(any(
        feature = "rustls",
        feature = "rustls-ring",
        feature = "hyper-rustls",
        feature = "hyper-rustls-ring",
        feature = "native-tls"
    ))
))]
#[test]
fn rustls_without_a_provider_is_an_error_instead_of_a_panic() {
    assert!(problem(Client::builder()).starts_with("rustls has no crypto provider"));
}

#[cfg(all(
    feature = "reqwest",
    not(any(
        feature = "rustls",
        feature = "rustls-ring",
        feature = "rustls-no-provider",
        feature = "native-tls"
    ))
))]
#[tokio::test]
async fn https_without_tls_is_an_error_that_says_what_to_do() {
    let client = Client::builder().token("a").build().unwrap();
    let error = client.send(&crate::common::Probe::get()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(
        error
            .message()
            .starts_with("this build does not support `https`")
    );
}
