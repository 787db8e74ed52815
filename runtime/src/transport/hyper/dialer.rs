//! Connections to the host of a service for `https`: direct, or through a proxy.

use std::sync::Arc;
use std::task::{Context, Poll};

use http::Uri;
use hyper_rustls::{HttpsConnector, MaybeHttpsStream};
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::connect::proxy::Tunnel;
use hyper_util::client::proxy::matcher::Intercept;
use rustls::ClientConfig;
use tower_service::Service;

use crate::transport::interface::{BoxFuture, TransportError};

/// A connection, with TLS if the proxy itself is `https`.
pub(super) type Socket = MaybeHttpsStream<<HttpConnector as Service<Uri>>::Response>;

/// A connector to the host of a service.
pub(super) struct Dialer {
    pub(super) http: HttpConnector,
    pub(super) config: Arc<ClientConfig>,
    pub(super) proxy: Option<Intercept>,
}

impl Service<Uri> for Dialer {
    type Response = Socket;
    type Error = TransportError;
    type Future = BoxFuture<'static, Result<Socket, TransportError>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        self.http.poll_ready(context).map_err(Into::into)
    }

    fn call(&mut self, uri: Uri) -> Self::Future {
        let mut http = self.http.clone();
        match self.proxy.take() {
            None => {
                let connecting = http.call(uri);
                Box::pin(async move { Ok(Socket::Http(connecting.await?)) })
            }
            #[cfg(feature = "socks")]
            Some(proxy) if super::socks::is_socks(&proxy) => {
                let connecting = super::socks::connect(http, proxy, uri);
                Box::pin(async move { Ok(Socket::Http(connecting.await?)) })
            }
            Some(proxy) => {
                let https = HttpsConnector::from((http, Arc::clone(&self.config)));
                let mut tunnel = Tunnel::new(proxy.uri().clone(), https);
                if let Some(authorization) = proxy.basic_auth() {
                    tunnel = tunnel.with_auth(authorization.clone());
                }
                let connecting = tunnel.call(uri);
                Box::pin(async move { Ok(connecting.await?) })
            }
        }
    }
}
