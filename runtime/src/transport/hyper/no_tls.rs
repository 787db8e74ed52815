//! Connections without TLS, for a build without a feature for it.

use http::Uri;
use hyper_util::client::legacy::connect::HttpConnector;
use tower_service::Service;

use crate::error::Error;
use crate::transport::interface::{BoxFuture, TransportError};

pub(super) const IS_AVAILABLE: bool = false;

pub(super) type Socket = <HttpConnector as Service<Uri>>::Response;

/// The configuration of TLS, which is missing.
#[derive(Clone)]
pub(super) struct Tls;

impl Tls {
    pub(super) const fn new() -> Self {
        Self
    }

    #[allow(
        clippy::unused_self,
        clippy::unnecessary_wraps,
        reason = "with TLS there is a configuration, which can be invalid"
    )]
    pub(super) const fn load(&self) -> Result<(), Error> {
        Ok(())
    }

    /// Connects to the host of `uri`.
    #[allow(clippy::unused_self, reason = "with TLS there is a configuration")]
    pub(super) fn connect(
        &self,
        mut http: HttpConnector,
        uri: Uri,
    ) -> BoxFuture<'static, Result<Socket, TransportError>> {
        let connecting = http.call(uri);
        Box::pin(async move { Ok(connecting.await?) })
    }
}
