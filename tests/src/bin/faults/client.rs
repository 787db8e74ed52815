//! The clients under test.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use graph_resource::{
    AccessToken, Client, ClientBuilder, Error, HyperTransport, ReqwestTransport, Retry,
    TokenRequest, Transport,
};

/// The default of `Retry::max_attempts`.
pub(crate) const ATTEMPTS: usize = 5;

/// The HTTP client of a transport.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Adapter {
    Reqwest,
    Hyper,
}

impl Adapter {
    pub(crate) const ALL: [Self; 2] = [Self::Reqwest, Self::Hyper];

    pub(crate) fn transport(self, timeout: Duration) -> Result<Arc<dyn Transport>, Error> {
        Ok(match self {
            Self::Reqwest => Arc::new(ReqwestTransport::builder().timeout(timeout).build()?),
            Self::Hyper => Arc::new(HyperTransport::builder().timeout(timeout).build()?),
        })
    }
}

impl fmt::Display for Adapter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Reqwest => "reqwest",
            Self::Hyper => "hyper",
        })
    }
}

/// Creates the builder of a client with default settings, except for short delays.
pub(crate) fn with_short_delays(url: &str, transport: Arc<dyn Transport>) -> ClientBuilder {
    let retry = Retry::default().backoff(Duration::from_millis(2), Duration::from_millis(20));
    let builder = Client::builder().base_url(url).transport(transport);
    builder.token("token").retry(retry)
}

/// Adds a token provider that returns another token each time.
pub(crate) fn renewing(builder: ClientBuilder) -> ClientBuilder {
    let count = Arc::new(AtomicU32::new(0));
    builder.token_provider(move |_: TokenRequest| {
        let number = count.fetch_add(1, Ordering::Relaxed);
        async move { Ok(AccessToken::new(format!("token-{number}"))) }
    })
}
