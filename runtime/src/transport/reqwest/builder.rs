use std::fmt;

use super::clients::Clients;
use super::proxy;
use super::tls;
use super::transport::ReqwestTransport;
use crate::error::Error;
use crate::transport::limits::{Limits, limit_setters};

/// A builder of a [`ReqwestTransport`].
#[derive(Debug, Clone, Default)]
#[must_use = "nothing is set up before `build`"]
pub struct ReqwestTransportBuilder {
    limits: Limits,
    proxy: Option<ProxyUrl>,
    roots: Vec<Vec<u8>>,
}

/// The URL of a proxy. It may contain a password, so its `Debug` output does not show it.
#[derive(Clone)]
struct ProxyUrl(String);

impl fmt::Debug for ProxyUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

impl ReqwestTransport {
    /// Creates a transport with the default limits.
    ///
    /// # Errors
    ///
    /// Those of [`ReqwestTransportBuilder::build`].
    pub fn new() -> Result<Self, Error> {
        Self::builder().build()
    }

    /// Returns a builder with the default limits.
    pub fn builder() -> ReqwestTransportBuilder {
        ReqwestTransportBuilder::default()
    }
}

impl ReqwestTransportBuilder {
    limit_setters!();

    /// Sets the URL of the proxy for `https`, such as `http://user:password@proxy.example:8080`, instead of the one that the
    /// environment names.
    pub fn proxy(mut self, url: impl Into<String>) -> Self {
        self.proxy = Some(ProxyUrl(url.into()));
        self
    }

    /// Adds a root certificate that is trusted besides those of the system: one in DER, or any number in PEM.
    ///
    /// A network whose proxy inspects TLS needs that of the proxy, if the system does not know it. On Linux and the BSDs, the environment
    /// variables `SSL_CERT_FILE` and `SSL_CERT_DIR` name the certificates of the system; with rustls, they replace the default ones.
    ///
    /// ```no_run
    /// use graph_resource::{Client, ReqwestTransport};
    ///
    /// let transport = ReqwestTransport::builder()
    ///     .add_root_certificate(std::fs::read("proxy.pem")?)
    ///     .build()?;
    /// let client = Client::builder().token("…").transport(transport).build()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[cfg(any(
        feature = "rustls",
        feature = "rustls-ring",
        feature = "rustls-no-provider",
        feature = "native-tls"
    ))]
    pub fn add_root_certificate(mut self, certificate: impl Into<Vec<u8>>) -> Self {
        self.roots.push(certificate.into());
        self
    }

    /// Creates the transport.
    ///
    /// TLS is set up later: when a [`Client`](crate::Client) for an `https` endpoint is built with the transport, or else when the first
    /// request to `https` is sent. A transport that only sends to `http` on a loopback host never loads the certificates of the system
    /// (except with `native-tls` over OpenSSL, which has no way to leave them out).
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) if the URL of the proxy, given or from the environment, is invalid or
    /// has another scheme than `http` and `https`, or if a root certificate is invalid.
    pub fn build(self) -> Result<ReqwestTransport, Error> {
        let proxy = match &self.proxy {
            Some(ProxyUrl(url)) => Some(proxy::parse("`proxy`", url)?),
            None => proxy::from_env(|name| std::env::var(name).ok())?,
        };
        let roots = tls::parse_roots(&self.roots)?;
        Ok(ReqwestTransport {
            clients: Clients::new(self.limits, proxy, roots).into(),
        })
    }
}
