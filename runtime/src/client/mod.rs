//! Sending: the token, the exchange and the answer.

mod auth;
mod builder;
mod exchange;
mod guid;
mod observe;
mod redirect;
mod retry;
mod sending;

use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use http::{HeaderValue, Uri};

pub use auth::{AccessToken, TokenError, TokenProvider, TokenRequest};
pub use builder::ClientBuilder;
pub use sending::Sending;

use crate::endpoint::Endpoint;
use crate::error::{Error, SendRecord};
use crate::request::Retry;
use crate::transport::{BoxFuture, Transport};
use auth::Credential;

/// Sends requests to one deployment of Microsoft Graph, as one application or user.
///
/// A clone is cheap and shares the connections of the original.
///
/// ```
/// use graph_resource::{ApiVersion, Client, Cloud};
///
/// # #[cfg(feature = "rustls")] {
/// let client = Client::builder()
///     .cloud(Cloud::UsGovernment)
///     .api_version(ApiVersion::Beta)
///     .token("eyJ0eXAiOiJKV1QiLCJub25jZSI6…")
///     .build()?;
/// assert_eq!(client.endpoint().to_string(), "https://graph.microsoft.us/beta");
/// # }
/// # Ok::<(), graph_resource::Error>(())
/// ```
#[derive(Clone)]
pub struct Client(Arc<Inner>);

struct Inner {
    endpoint: Endpoint,
    /// The endpoint as a URL, whose origin is the only one that requests go to.
    home: Uri,
    credential: Credential,
    transport: Box<dyn Transport>,
    user_agent: HeaderValue,
    retry: Retry,
    retrier: retry::Retrier,
}

impl Client {
    /// Creates a builder.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    /// Returns the service that the requests go to.
    pub fn endpoint(&self) -> &Endpoint {
        &self.0.endpoint
    }

    /// Adds the token, sends, and turns an answer other than 2xx into an error.
    pub(crate) fn exchange(
        &self,
        request: http::Request<Bytes>,
        template: &'static str,
    ) -> BoxFuture<'static, Result<Exchanged, Error>> {
        let inner = Arc::clone(&self.0);
        Box::pin(inner.exchange(request, template))
    }
}

/// An answer of status 2xx, with the record of how the request was sent.
pub(crate) struct Exchanged {
    pub(crate) response: http::Response<Bytes>,
    pub(crate) record: SendRecord,
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("endpoint", &self.0.endpoint)
            .field("credential", &self.0.credential)
            .finish_non_exhaustive()
    }
}
