use std::fmt;
use std::time::Duration;

use reqwest::redirect::Policy;

use super::{HAS_TLS, ReqwestTransport, proxy};
use crate::error::Error;
use crate::transport::limits::{Limits, limit_setters};

/// Sets up a [`ReqwestTransport`].
#[derive(Debug, Clone, Default)]
#[must_use = "nothing is set up before `build`"]
pub struct ReqwestTransportBuilder {
    limits: Limits,
    proxy: Option<ProxyUrl>,
}

/// It may hold a password, so it does not show.
#[derive(Clone)]
struct ProxyUrl(String);

impl fmt::Debug for ProxyUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

impl ReqwestTransportBuilder {
    limit_setters!();

    /// The URL of the proxy that `https` goes through, such as `http://user:password@proxy.example:8080`, in the place of what the
    /// environment says.
    pub fn proxy(mut self, url: impl Into<String>) -> Self {
        self.proxy = Some(ProxyUrl(url.into()));
        self
    }

    /// The transport.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) where TLS cannot be set up, which with the feature `rustls-no-provider`
    /// includes that the application has not installed a provider, or where the URL of a proxy is none, be it given or in the environment.
    pub fn build(self) -> Result<ReqwestTransport, Error> {
        require_provider()?;
        // A redirect must never carry the token away.
        let mut builder = reqwest::Client::builder()
            .redirect(Policy::none())
            .referer(false)
            .connect_timeout(self.limits.connect_timeout)
            .timeout(self.limits.timeout)
            .no_proxy();
        let proxy = match &self.proxy {
            Some(ProxyUrl(url)) => Some(proxy::parse("`proxy`", url)?),
            None => proxy::from_env(|name| std::env::var(name).ok())?,
        };
        // Without TLS, `reqwest` would hand a request for `https` to the proxy in clear text.
        if let Some(proxy) = proxy.filter(|_| HAS_TLS) {
            builder = builder.proxy(proxy);
        }
        let client = builder.build().map_err(|error| {
            Error::configuration("the HTTP client cannot be set up").with_source(error)
        })?;
        Ok(ReqwestTransport {
            client,
            max_response_size: self.limits.max_response_size,
        })
    }
}

/// `reqwest` panics where rustls is what it uses and has no provider.
#[cfg(all(
    feature = "rustls-no-provider",
    not(feature = "rustls"),
    not(feature = "native-tls")
))]
fn require_provider() -> Result<(), Error> {
    if rustls::crypto::CryptoProvider::get_default().is_some() {
        return Ok(());
    }
    Err(Error::configuration(
        "rustls has no crypto provider: install one before the client is built, for example with \
         `rustls::crypto::ring::default_provider().install_default()`, or enable the feature `rustls`",
    ))
}

#[cfg(not(all(
    feature = "rustls-no-provider",
    not(feature = "rustls"),
    not(feature = "native-tls")
)))]
#[allow(
    clippy::unnecessary_wraps,
    reason = "with another set of features it can fail"
)]
const fn require_provider() -> Result<(), Error> {
    Ok(())
}
