use std::task::{Context, Poll};
use std::time::Duration;

use http::Uri;
use hyper_util::client::legacy::connect::HttpConnector;
use tower_service::Service;

use super::tls::{Socket, Tls};
use crate::transport::interface::{BoxFuture, TransportError};

/// A connector that limits the time of connecting, the TLS handshake included.
#[derive(Clone)]
pub(super) struct Connect {
    http: HttpConnector,
    tls: Tls,
    timeout: Duration,
}

impl Connect {
    pub(super) fn new(tls: Tls, timeout: Duration) -> Self {
        let mut http = HttpConnector::new();
        http.set_nodelay(true);
        http.enforce_http(false);
        Self { http, tls, timeout }
    }
}

impl Service<Uri> for Connect {
    type Response = Socket;
    type Error = TransportError;
    type Future = BoxFuture<'static, Result<Socket, TransportError>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        self.http.poll_ready(context).map_err(Into::into)
    }

    fn call(&mut self, uri: Uri) -> Self::Future {
        let connecting = self.tls.connect(self.http.clone(), uri);
        let bounded = tokio::time::timeout(self.timeout, connecting);
        Box::pin(async move { bounded.await.map_err(std::io::Error::from)? })
    }
}
