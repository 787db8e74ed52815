use super::clients::Clients;
use super::proxy;
use super::tls;
use super::transport::ReqwestTransport;
use crate::error::Error;
use crate::transport::identity::Identity;
use crate::transport::limits::{Limits, limit_setters};
use crate::transport::proxy::Proxy;
use crate::transport::redacted::Redacted;

/// A builder of a [`ReqwestTransport`].
#[derive(Debug, Clone, Default)]
#[must_use = "nothing is set up before `build`"]
pub struct ReqwestTransportBuilder {
    limits: Limits,
    proxy: Option<Redacted<String>>,
    roots: Vec<Vec<u8>>,
    identity: Option<Identity>,
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
    ///
    /// The schemes are `http`, `https` and, with the feature `socks`, `socks5h`, `socks5`, `socks4a` and `socks4`; `h` and `a` mean that
    /// the proxy resolves the name of the host. The request and its token travel through the proxy encrypted.
    pub fn proxy(mut self, url: impl Into<String>) -> Self {
        self.proxy = Some(Redacted(url.into()));
        self
    }

    /// Adds a root certificate that is trusted besides those of the system: one in DER, or any number in PEM.
    ///
    /// A network whose proxy inspects TLS needs that of the proxy, if the system does not know it. [`ReqwestTransport`] says
    /// which certificates are those of the system.
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

    /// Sets the certificate with which the client identifies itself to a service, a gateway or a proxy that demands one (mutual TLS).
    ///
    /// `certificates` is the certificate of the client, followed by those of its issuers if the service does not know them: in PEM, or a
    /// single one in DER. `key` is its private key in PKCS#8, in PEM or DER, not encrypted; rustls also accepts PKCS#1 and SEC1. Both may be in one PEM
    /// file, which is then given twice. The key appears neither in `Debug` output nor in errors.
    ///
    /// ```no_run
    /// use graph_resource::{Client, ReqwestTransport};
    ///
    /// let transport = ReqwestTransport::builder()
    ///     .client_certificate(std::fs::read("client.pem")?, std::fs::read("client.key")?)
    ///     .build()?;
    /// let client = Client::builder()
    ///     .base_url("https://gateway.example")
    ///     .token("…")
    ///     .transport(transport)
    ///     .build()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[cfg(any(
        feature = "rustls",
        feature = "rustls-ring",
        feature = "rustls-no-provider",
        feature = "native-tls"
    ))]
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
    /// request to `https` is sent. A transport that only sends to `http` on a loopback host never loads the certificates of the system
    /// (except with `native-tls` over OpenSSL, which has no way to leave them out).
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) if the URL of the proxy, given or from the environment, is invalid or
    /// has a scheme that is not supported, or if a certificate or a key is invalid. A key that does not belong to its certificate is
    /// reported when TLS is set up.
    pub fn build(self) -> Result<ReqwestTransport, Error> {
        let proxy = Proxy::resolve(self.proxy.as_ref())?;
        let proxy = proxy.as_ref().map(proxy::convert).transpose()?;
        let certificates = tls::Certificates::parse(&self.roots, self.identity.as_ref())?;
        Ok(ReqwestTransport {
            clients: Clients::new(self.limits, proxy, certificates).into(),
        })
    }
}
