//! Sending: the token, the exchange, and what becomes of the answer.

mod auth;
mod builder;
mod exchange;
mod guid;
mod observe;
mod redirect;
mod retry;

use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use http::{HeaderValue, Uri};

pub use auth::{AccessToken, TokenError, TokenProvider, TokenRequest};
pub use builder::ClientBuilder;
pub use retry::Retry;

use crate::transport::BoxFuture;
use crate::{Endpoint, Error, Request, Response, Sending, Transport};
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
    /// Sets up a client.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    /// Where its requests go.
    pub fn endpoint(&self) -> &Endpoint {
        &self.0.endpoint
    }

    /// Sends a request. Each request has `send` as a method of its own, too.
    ///
    /// ```
    /// use graph_resource::{Client, Error, Request};
    ///
    /// /// Sends the same request to each of several tenants.
    /// async fn send_to_all<R: Request>(request: &R, tenants: &[Client]) -> Result<Vec<R::Answer>, Error> {
    ///     let mut answers = Vec::new();
    ///     for client in tenants {
    ///         answers.push(client.send(request).await?);
    ///     }
    ///     Ok(answers)
    /// }
    /// ```
    pub fn send<R: Request>(&self, request: &R) -> Sending<R::Answer> {
        Sending::value(request, self)
    }

    /// Sends a request, and returns the answer with its status and headers.
    ///
    /// ```
    /// use graph_resource::{Client, Error, Request};
    ///
    /// async fn etag<R: Request>(request: &R, client: &Client) -> Result<Option<String>, Error> {
    ///     let response = client.send_with_response(request).await?;
    ///     Ok(response.etag().map(str::to_owned))
    /// }
    /// ```
    pub fn send_with_response<R: Request>(&self, request: &R) -> Sending<Response<R::Answer>> {
        Sending::response(request, self)
    }

    /// Puts the token in, sends, and turns an answer other than 2xx into an error.
    pub(crate) fn exchange(
        &self,
        request: http::Request<Bytes>,
        template: &'static str,
    ) -> BoxFuture<'static, Result<Exchanged, Error>> {
        let inner = Arc::clone(&self.0);
        Box::pin(async move { inner.exchange(request, template).await })
    }
}

/// An answer of success, and what it took.
pub(crate) struct Exchanged {
    pub(crate) response: http::Response<Bytes>,
    pub(crate) sent: Sent,
}

/// How a request was sent.
#[derive(Debug, Clone)]
pub(crate) struct Sent {
    pub(crate) attempts: u32,
    /// The `client-request-id` of all attempts.
    pub(crate) id: HeaderValue,
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("endpoint", &self.0.endpoint)
            .field("credential", &self.0.credential)
            .finish_non_exhaustive()
    }
}
