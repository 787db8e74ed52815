use hyper_util::client::legacy::Client;
use hyper_util::rt::{TokioExecutor, TokioTimer};

use super::connect::Connect;
use super::tls::Tls;
use super::transport::HyperTransport;
use crate::error::Error;
use crate::transport::limits::{Limits, limit_setters};

/// A builder of a [`HyperTransport`].
///
/// ```
/// use std::time::Duration;
///
/// use graph_resource::{Client, HyperTransport};
///
/// # #[cfg(feature = "hyper-rustls")] {
/// let transport = HyperTransport::builder()
///     .timeout(Duration::from_secs(20))
///     .max_response_size(1024 * 1024)
///     .build()?;
/// let client = Client::builder().token("…").transport(transport).build()?;
/// # }
/// # Ok::<(), graph_resource::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
#[must_use = "nothing is set up before `build`"]
pub struct HyperTransportBuilder {
    limits: Limits,
}

impl HyperTransport {
    /// Creates a transport with the default limits.
    ///
    /// # Errors
    ///
    /// Those of [`HyperTransportBuilder::build`].
    pub fn new() -> Result<Self, Error> {
        Self::builder().build()
    }

    /// Returns a builder with the default limits.
    pub fn builder() -> HyperTransportBuilder {
        HyperTransportBuilder::default()
    }
}

impl HyperTransportBuilder {
    limit_setters!();

    /// Creates the transport.
    ///
    /// TLS is set up later: when a [`Client`](crate::Client) for an `https` endpoint is built with the transport, or else when the first
    /// request to `https` is sent. A transport that only sends to `http` on a loopback host never loads the certificates of the system.
    ///
    /// # Errors
    ///
    /// None at present; a setting that is added later may be invalid.
    #[allow(
        clippy::unnecessary_wraps,
        reason = "as the builder of `ReqwestTransport`, which can fail"
    )]
    pub fn build(self) -> Result<HyperTransport, Error> {
        let tls = Tls::new();
        let connect = Connect::new(tls.clone(), self.limits.connect_timeout);
        let client = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .build(connect);
        Ok(HyperTransport {
            client,
            tls,
            timeout: self.limits.timeout,
            max_response_size: self.limits.max_response_size,
        })
    }
}
