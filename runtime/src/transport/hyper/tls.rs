//! Connections with and without TLS. The configuration of TLS is loaded at the first `https`.

use std::sync::{Arc, OnceLock};

use http::Uri;
use hyper_rustls::{HttpsConnector, MaybeHttpsStream};
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::proxy::matcher::Matcher;
use rustls::ClientConfig;
use tower_service::Service;

use super::dialer::{self, Dialer};
use super::proxy;
use crate::error::Error;
use crate::transport::interface::{BoxFuture, TransportError};
use crate::transport::once::get_or_try_init;
use crate::transport::proxy::Proxy;
use crate::transport::scheme::is_https;
use crate::transport::tls::{self, Certificates};

pub(super) const IS_AVAILABLE: bool = true;

pub(super) type Socket = MaybeHttpsStream<dialer::Socket>;

/// The configuration of TLS, once it is loaded, and the proxy for `https`.
#[derive(Clone)]
pub(super) struct Tls(Arc<Lazy>);

struct Lazy {
    certificates: Certificates,
    proxy: Option<Matcher>,
    config: OnceLock<Arc<ClientConfig>>,
}

impl Tls {
    pub(super) fn new(certificates: Certificates, proxy: Option<&Proxy>) -> Result<Self, Error> {
        Ok(Self(Arc::new(Lazy {
            certificates,
            proxy: proxy.map(proxy::matcher).transpose()?,
            config: OnceLock::new(),
        })))
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
    ) -> BoxFuture<'static, Result<Socket, TransportError>> {
        if !is_https(&uri) {
            let connecting = http.call(uri);
            return Box::pin(async move {
                let stream = dialer::Socket::Http(connecting.await?);
                Ok(MaybeHttpsStream::Http(stream))
            });
        }
        let config = match self.config() {
            Ok(config) => Arc::clone(config),
            Err(error) => return Box::pin(std::future::ready(Err(error.into()))),
        };
        let dialer = Dialer {
            http,
            config: Arc::clone(&config),
            proxy: self
                .0
                .proxy
                .as_ref()
                .and_then(|proxy| proxy.intercept(&uri)),
        };
        HttpsConnector::from((dialer, config)).call(uri)
    }

    fn config(&self) -> Result<&Arc<ClientConfig>, Error> {
        let Lazy {
            certificates,
            config,
            ..
        } = &*self.0;
        get_or_try_init(config, || tls::config(certificates).map(Arc::new))
    }
}
