use hyper_util::client::legacy::Client;
use hyper_util::rt::{TokioExecutor, TokioTimer};

use super::connect::Connect;
use super::tls::Tls;
use super::transport::HyperTransport;
use crate::error::Error;
use crate::transport::limits::{Limits, limit_setters};
#[cfg(any(feature = "hyper-rustls", feature = "hyper-rustls-ring"))]
use crate::transport::tls::parse_roots;

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
    #[cfg(any(feature = "hyper-rustls", feature = "hyper-rustls-ring"))]
    roots: Vec<Vec<u8>>,
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

    /// Adds a root certificate that is trusted besides those of the system: one in DER, or any number in PEM.
    ///
    /// A network whose proxy inspects TLS needs that of the proxy, if the system does not know it. On Linux and the BSDs, the environment
    /// variables `SSL_CERT_FILE` and `SSL_CERT_DIR` name the certificates of the system; with rustls, they replace the default ones.
    ///
    /// ```no_run
    /// use graph_resource::{Client, HyperTransport};
    ///
    /// let transport = HyperTransport::builder()
    ///     .add_root_certificate(std::fs::read("proxy.pem")?)
    ///     .build()?;
    /// let client = Client::builder().token("…").transport(transport).build()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[cfg(any(feature = "hyper-rustls", feature = "hyper-rustls-ring"))]
    pub fn add_root_certificate(mut self, certificate: impl Into<Vec<u8>>) -> Self {
        self.roots.push(certificate.into());
        self
    }

    /// Creates the transport.
    ///
    /// TLS is set up later: when a [`Client`](crate::Client) for an `https` endpoint is built with the transport, or else when the first
    /// request to `https` is sent. A transport that only sends to `http` on a loopback host never loads the certificates of the system.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) if a root certificate is invalid.
    #[cfg_attr(
        not(any(feature = "hyper-rustls", feature = "hyper-rustls-ring")),
        allow(
            clippy::unnecessary_wraps,
            reason = "with TLS, a certificate can be invalid"
        )
    )]
    pub fn build(self) -> Result<HyperTransport, Error> {
        #[cfg(any(feature = "hyper-rustls", feature = "hyper-rustls-ring"))]
        let tls = Tls::new(parse_roots(&self.roots)?);
        #[cfg(not(any(feature = "hyper-rustls", feature = "hyper-rustls-ring")))]
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
