//! Connections with and without TLS. The configuration of TLS is loaded at the first `https`.

use std::sync::{Arc, OnceLock};

use http::Uri;
use hyper_rustls::{HttpsConnector, MaybeHttpsStream};
use hyper_util::client::legacy::connect::HttpConnector;
use rustls::ClientConfig;
use rustls::pki_types::CertificateDer;
use tower_service::Service;

use crate::error::Error;
use crate::transport::interface::{BoxFuture, TransportError};
use crate::transport::once::get_or_try_init;
use crate::transport::scheme::is_https;
use crate::transport::tls;

pub(super) const IS_AVAILABLE: bool = true;

pub(super) type Stream = MaybeHttpsStream<<HttpConnector as Service<Uri>>::Response>;

/// The configuration of TLS, once it is loaded.
#[derive(Clone)]
pub(super) struct Tls(Arc<Lazy>);

struct Lazy {
    roots: Vec<CertificateDer<'static>>,
    config: OnceLock<Arc<ClientConfig>>,
}

impl Tls {
    pub(super) fn new(roots: Vec<CertificateDer<'static>>) -> Self {
        let config = OnceLock::new();
        Self(Arc::new(Lazy { roots, config }))
    }

    /// Loads the certificates of the system, unless they are loaded.
    pub(super) fn load(&self) -> Result<(), Error> {
        self.config().map(drop)
    }

    /// Connects to the host of `uri`, with TLS if it is `https`.
    pub(super) fn connect(
        &self,
        mut http: HttpConnector,
        uri: Uri,
    ) -> BoxFuture<'static, Result<Stream, TransportError>> {
        if !is_https(&uri) {
            let connecting = http.call(uri);
            return Box::pin(async move { Ok(MaybeHttpsStream::Http(connecting.await?)) });
        }
        match self.config() {
            Ok(config) => HttpsConnector::from((http, Arc::clone(config))).call(uri),
            Err(error) => Box::pin(std::future::ready(Err(error.into()))),
        }
    }

    fn config(&self) -> Result<&Arc<ClientConfig>, Error> {
        let Lazy { roots, config } = &*self.0;
        get_or_try_init(config, || tls::config(roots).map(Arc::new))
    }
}
