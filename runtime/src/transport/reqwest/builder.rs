use std::time::Duration;

use reqwest::redirect::Policy;

use super::{HAS_TLS, ReqwestTransport, proxy};
use crate::Error;

const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
const TIMEOUT: Duration = Duration::from_secs(100);
const MAX_RESPONSE_SIZE: usize = 64 * 1024 * 1024;

/// Sets up a [`ReqwestTransport`].
#[derive(Debug, Clone)]
#[must_use = "nothing is set up before `build`"]
pub struct ReqwestTransportBuilder {
    connect_timeout: Duration,
    timeout: Duration,
    max_response_size: usize,
}

impl Default for ReqwestTransportBuilder {
    fn default() -> Self {
        Self {
            connect_timeout: CONNECT_TIMEOUT,
            timeout: TIMEOUT,
            max_response_size: MAX_RESPONSE_SIZE,
        }
    }
}

impl ReqwestTransportBuilder {
    /// How long connecting may take, the TLS handshake included. The default is 10 seconds.
    pub const fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// How long one exchange may take, from connecting to the last byte of the answer. The default is 100 seconds.
    pub const fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// How many bytes the body of an answer may have. The default is 64 MiB.
    ///
    /// Of a larger one nothing is kept: it is an error of kind [`ErrorKind::Transport`](crate::ErrorKind::Transport).
    pub const fn max_response_size(mut self, bytes: usize) -> Self {
        self.max_response_size = bytes;
        self
    }

    /// The transport.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) where TLS cannot be set up, which with the feature `rustls-no-provider`
    /// includes that the application has not installed a provider, or where the environment names a proxy that is none.
    pub fn build(self) -> Result<ReqwestTransport, Error> {
        require_provider()?;
        // A redirect must never carry the token away.
        let mut builder = reqwest::Client::builder()
            .redirect(Policy::none())
            .referer(false)
            .connect_timeout(self.connect_timeout)
            .timeout(self.timeout)
            .no_proxy();
        // Without TLS, `reqwest` would hand a request for `https` to the proxy in clear text.
        if let Some(proxy) = proxy::from_env(|name| std::env::var(name).ok())?.filter(|_| HAS_TLS) {
            builder = builder.proxy(proxy);
        }
        let client = builder.build().map_err(|error| {
            Error::configuration("the HTTP client cannot be set up").with_source(error)
        })?;
        Ok(ReqwestTransport {
            client,
            max_response_size: self.max_response_size,
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
