use std::time::Duration;

use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};

use super::HyperTransport;
use super::connect::Connect;
use crate::error::Error;
use crate::transport::limits::{Limits, limit_setters};

/// Sets up a [`HyperTransport`].
#[derive(Debug, Clone, Default)]
#[must_use = "nothing is set up before `build`"]
pub struct HyperTransportBuilder {
    limits: Limits,
}

impl HyperTransportBuilder {
    limit_setters!();

    /// The transport.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) where TLS cannot be set up.
    pub fn build(self) -> Result<HyperTransport, Error> {
        let mut http = HttpConnector::new();
        http.set_nodelay(true);
        http.enforce_http(false);
        let connect = Connect::new(http, self.limits.connect_timeout)?;
        let client = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .build(connect);
        Ok(HyperTransport {
            client,
            timeout: self.limits.timeout,
            max_response_size: self.limits.max_response_size,
        })
    }
}
