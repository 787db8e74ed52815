use std::task::{Context, Poll};
use std::time::Duration;

use http::Uri;
use hyper_util::client::legacy::connect::HttpConnector;
use tower_service::Service;

use crate::error::Error;
use crate::transport::{BoxFuture, TransportError};

#[cfg(feature = "hyper-rustls")]
type Inner = hyper_rustls::HttpsConnector<HttpConnector>;
#[cfg(not(feature = "hyper-rustls"))]
type Inner = HttpConnector;

/// Connects, TLS handshake included, in bounded time.
#[derive(Clone)]
pub(super) struct Connect {
    inner: Inner,
    timeout: Duration,
}

impl Connect {
    pub(super) fn new(http: HttpConnector, timeout: Duration) -> Result<Self, Error> {
        let inner = over_tls(http)?;
        Ok(Self { inner, timeout })
    }
}

/// With the provider that the application has installed, or else that of the feature; and the certificates of the system.
#[cfg(feature = "hyper-rustls")]
fn over_tls(http: HttpConnector) -> Result<Inner, Error> {
    use rustls::crypto::{CryptoProvider, aws_lc_rs};

    let installed = CryptoProvider::get_default().cloned();
    let provider = installed.unwrap_or_else(|| aws_lc_rs::default_provider().into());
    let builder = hyper_rustls::HttpsConnectorBuilder::new()
        .with_provider_and_platform_verifier(provider)
        .map_err(|error| Error::configuration("TLS cannot be set up").with_source(error))?;
    Ok(builder.https_or_http().enable_http1().wrap_connector(http))
}

#[cfg(not(feature = "hyper-rustls"))]
#[allow(clippy::unnecessary_wraps, reason = "with TLS it can fail")]
fn over_tls(http: HttpConnector) -> Result<Inner, Error> {
    Ok(http)
}

impl Service<Uri> for Connect {
    type Response = <Inner as Service<Uri>>::Response;
    type Error = TransportError;
    type Future = BoxFuture<'static, Result<Self::Response, TransportError>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        self.inner.poll_ready(context).map_err(Into::into)
    }

    #[allow(clippy::useless_conversion, reason = "without TLS it is another error")]
    fn call(&mut self, uri: Uri) -> Self::Future {
        let connecting = self.inner.call(uri);
        let bounded = tokio::time::timeout(self.timeout, connecting);
        Box::pin(async move {
            let connected = bounded.await.map_err(std::io::Error::from)?;
            connected.map_err(Into::into)
        })
    }
}
