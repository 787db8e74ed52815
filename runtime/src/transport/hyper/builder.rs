use hyper_util::client::legacy::Client;
use hyper_util::rt::{TokioExecutor, TokioTimer};

use super::connect::Connect;
use super::tls::Tls;
use super::transport::HyperTransport;
use crate::error::Error;
#[cfg(any(feature = "hyper-rustls", feature = "hyper-rustls-ring"))]
use crate::transport::identity::Identity;
use crate::transport::limits::{Limits, limit_setters};
#[cfg(any(feature = "hyper-rustls", feature = "hyper-rustls-ring"))]
use crate::transport::proxy::Proxy;
#[cfg(any(feature = "hyper-rustls", feature = "hyper-rustls-ring"))]
use crate::transport::redacted::Redacted;
#[cfg(any(feature = "hyper-rustls", feature = "hyper-rustls-ring"))]
use crate::transport::tls::Certificates;

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
    proxy: Option<Redacted<String>>,
    #[cfg(any(feature = "hyper-rustls", feature = "hyper-rustls-ring"))]
    roots: Vec<Vec<u8>>,
    #[cfg(any(feature = "hyper-rustls", feature = "hyper-rustls-ring"))]
    identity: Option<Identity>,
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

    /// Sets the URL of the proxy for `https`, such as `http://user:password@proxy.example:8080`, instead of the one that the
    /// environment names.
    ///
    /// The schemes are `http`, `https` and, with the feature `socks`, `socks5h`, `socks5`, `socks4a` and `socks4`; `h` and `a` mean that
    /// the proxy resolves the name of the host. The request and its token travel through the proxy encrypted.
    #[cfg(any(feature = "hyper-rustls", feature = "hyper-rustls-ring"))]
    pub fn proxy(mut self, url: impl Into<String>) -> Self {
        self.proxy = Some(Redacted(url.into()));
        self
    }

    /// Adds a root certificate that is trusted besides those of the system: one in DER, or any number in PEM.
    ///
    /// A network whose proxy inspects TLS needs that of the proxy, if the system does not know it. [`HyperTransport`] says
    /// which certificates are those of the system.
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

    /// Sets the certificate with which the client identifies itself to a service, a gateway or a proxy that demands one (mutual TLS).
    ///
    /// `certificates` is the certificate of the client, followed by those of its issuers if the service does not know them: in PEM, or a
    /// single one in DER. `key` is its private key in PKCS#8, in PEM or DER, not encrypted; PKCS#1 and SEC1 are also accepted. Both may be in one PEM
    /// file, which is then given twice. The key appears neither in `Debug` output nor in errors.
    ///
    /// ```no_run
    /// use graph_resource::{Client, HyperTransport};
    ///
    /// let transport = HyperTransport::builder()
    ///     .client_certificate(std::fs::read("client.pem")?, std::fs::read("client.key")?)
    ///     .build()?;
    /// let client = Client::builder()
    ///     .base_url("https://gateway.example")
    ///     .token("…")
    ///     .transport(transport)
    ///     .build()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[cfg(any(feature = "hyper-rustls", feature = "hyper-rustls-ring"))]
    pub fn client_certificate(
        mut self,
        certificates: impl Into<Vec<u8>>,
        key: impl Into<Vec<u8>>,
    ) -> Self {
        self.identity = Some(Identity::new(certificates.into(), key.into()));
        self
    }

    /// Creates the transport.
    ///
    /// TLS is set up later: when a [`Client`](crate::Client) for an `https` endpoint is built with the transport, or else when the first
    /// request to `https` is sent. A transport that only sends to `http` on a loopback host never loads the certificates of the system.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) if the URL of the proxy, given or from the environment, is invalid or
    /// has a scheme that is not supported, or if a certificate or a key is invalid. A key that does not belong to its certificate is
    /// reported when TLS is set up.
    #[cfg_attr(
        not(any(feature = "hyper-rustls", feature = "hyper-rustls-ring")),
        allow(
            clippy::unnecessary_wraps,
            reason = "with TLS, a certificate can be invalid"
        )
    )]
    pub fn build(self) -> Result<HyperTransport, Error> {
        #[cfg(any(feature = "hyper-rustls", feature = "hyper-rustls-ring"))]
        let tls = Tls::new(
            Certificates::parse(&self.roots, self.identity.as_ref())?,
            Proxy::resolve(self.proxy.as_ref())?.as_ref(),
        )?;
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
