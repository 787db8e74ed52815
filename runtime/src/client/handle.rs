use std::fmt;
use std::sync::Arc;

use bytes::Bytes;

use super::auth::{AccessToken, Credential, TokenProvider};
use super::exchange::RawResponse;
use super::inner::Inner;
use super::retry::Retrier;
use crate::endpoint::{ApiVersion, Endpoint};
use crate::error::Error;
use crate::odata::names::PREFER;
use crate::transport::BoxFuture;

/// A client that sends requests to one deployment of Microsoft Graph, as one application or user.
///
/// A clone is cheap and shares the connections of the original. So do the clients that the methods `with_…` return, which send in another
/// name, in another version or with other headers:
///
/// ```
/// use graph_resource::{Client, Error, graph_resource};
///
/// #[graph_resource(path = "/me", operations(get))]
/// pub struct Me {
///     pub display_name: Option<String>,
/// }
///
/// /// Returns the name of the user whose token this is.
/// async fn name_of(client: &Client, token: &str) -> Result<Option<String>, Error> {
///     Ok(Me::get().send(&client.with_token(token)).await?.display_name)
/// }
/// # use graph_resource_emulator::Emulator;
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let emulator = Emulator::builder().serve::<Me>().start()?;
/// # emulator.put("/me", serde_json::json!({ "displayName": "Ada" }))?;
/// # let client = Client::builder().base_url(emulator.url()).build()?;
/// # assert_eq!(name_of(&client, "ada").await?.as_deref(), Some("Ada"));
/// # Ok(())
/// # }
/// ```
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

impl Client {
    pub(super) fn new(inner: Inner) -> Self {
        Self(Arc::new(inner))
    }

    /// Returns the service that the requests go to.
    pub fn endpoint(&self) -> &Endpoint {
        &self.0.endpoint
    }

    /// Returns a client that sends a fixed token, over the same connections.
    ///
    /// What the service tells about throttling holds for one identity, so the client begins without waits, and its limit of concurrent
    /// requests is its own.
    pub fn with_token(&self, token: impl Into<AccessToken>) -> Self {
        self.with_credential(Credential::token(token.into()))
    }

    /// Returns a client that sends the tokens of `provider`, over the same connections: that of another user or tenant.
    ///
    /// It has a cache of tokens and a state of throttling of its own, as [`with_token`](Self::with_token). Keep it as long as the user or
    /// tenant is served, instead of creating it for each request.
    pub fn with_token_provider(&self, provider: impl TokenProvider) -> Self {
        self.with_credential(Credential::provider(provider))
    }

    /// Returns a client that uses this version for resources that do not declare one, in the same name and over the same connections.
    pub fn with_api_version(&self, version: ApiVersion) -> Self {
        let endpoint = self.0.endpoint.clone().with_version(version);
        Self::new(Inner {
            endpoint,
            ..Inner::clone(&self.0)
        })
    }

    /// Returns a client that adds a header to each request that does not have it, in the same name and over the same connections.
    ///
    /// A `Prefer` is added to the preferences of the request. Headers that a client sets by itself, such as `Authorization`, and headers that
    /// belong to one request, such as `If-Match`, make each request fail with an
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest).
    pub fn with_header(&self, name: impl AsRef<str>, value: impl AsRef<str>) -> Self {
        let headers = self.0.headers.with(name.as_ref(), value.as_ref());
        Self::new(Inner {
            headers,
            ..Inner::clone(&self.0)
        })
    }

    /// Returns a client that asks for this preference with each request, also for each page of a list: `Prefer: IdType="ImmutableId"`.
    ///
    /// Of two preferences that contradict each other, that of the request counts (RFC 7240, section 2).
    ///
    /// ```
    /// # use graph_resource::Client;
    /// fn outlook(client: &Client) -> Client {
    ///     client
    ///         .with_preference("IdType=\"ImmutableId\"")
    ///         .with_preference("outlook.timezone=\"Pacific Standard Time\"")
    /// }
    /// ```
    pub fn with_preference(&self, preference: impl AsRef<str>) -> Self {
        self.with_header(PREFER, preference)
    }

    fn with_credential(&self, credential: Credential) -> Self {
        let identity = self.0.connection.identity(credential);
        Self::new(Inner {
            identity: Arc::new(identity),
            ..Inner::clone(&self.0)
        })
    }

    #[cfg(feature = "batch")]
    pub(super) fn inner(&self) -> &Inner {
        &self.0
    }

    #[cfg(feature = "batch")]
    pub(super) fn retrier(&self) -> &Retrier {
        &self.0.identity.retrier
    }

    /// Returns whether the current thread can wait, which takes the timers of a Tokio runtime.
    #[cfg(feature = "retry")]
    pub(crate) fn can_wait() -> bool {
        Retrier::can_wait()
    }

    /// Waits before a transfer that has failed so often goes on, at least as long as the service asks for. Returns `false` at once if it must not.
    #[cfg(feature = "upload")]
    pub(crate) async fn pause_before_resume(
        policy: &crate::request::Retry,
        failures: u32,
        at_least: Option<std::time::Duration>,
    ) -> bool {
        Retrier::pause_before_resume(policy, failures, at_least).await
    }

    /// Waits before an item is read and edited again after its so many conflicts.
    pub(crate) async fn pause_after_conflict(conflicts: u32) {
        Retrier::pause_after_conflict(conflicts).await;
    }

    /// Sends an HTTP request, and turns an answer other than 2xx into an error.
    pub(super) fn exchange(
        &self,
        request: http::Request<Bytes>,
        template: &'static str,
    ) -> BoxFuture<'static, Result<RawResponse, Error>> {
        let inner = Arc::clone(&self.0);
        Box::pin(inner.exchange(request, template))
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("endpoint", &self.0.endpoint)
            .field("credential", &self.0.identity.credential)
            .finish_non_exhaustive()
    }
}
