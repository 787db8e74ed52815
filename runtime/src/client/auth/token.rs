use std::error::Error as StdError;
use std::fmt;
use std::future::Future;
use std::sync::Arc;
use std::time::SystemTime;

use crate::endpoint::Endpoint;
use crate::transport::BoxFuture;

/// A bearer token for Microsoft Graph.
///
/// Its `Debug` output does not contain the token, and it does not implement `Display`.
///
/// ```
/// use graph_resource::AccessToken;
///
/// let token = AccessToken::from("eyJ0eXAiOiJKV1Qi");
/// assert_eq!(format!("{token:?}"), "AccessToken { secret: [redacted], expires_on: None }");
/// ```
#[derive(Clone)]
pub struct AccessToken {
    secret: Box<str>,
    expires_on: Option<SystemTime>,
}

impl AccessToken {
    /// Creates a token whose expiry is unknown.
    pub fn new(secret: impl Into<String>) -> Self {
        Self {
            secret: secret.into().into(),
            expires_on: None,
        }
    }

    /// Sets the time when the token expires.
    pub const fn with_expires_on(mut self, time: SystemTime) -> Self {
        self.expires_on = Some(time);
        self
    }

    /// Returns the time when the token expires, if it is known.
    pub const fn expires_on(&self) -> Option<SystemTime> {
        self.expires_on
    }

    /// Returns the token itself, which must not be logged.
    pub const fn secret(&self) -> &str {
        &self.secret
    }
}

impl From<String> for AccessToken {
    fn from(secret: String) -> Self {
        Self::new(secret)
    }
}

impl From<&str> for AccessToken {
    fn from(secret: &str) -> Self {
        Self::new(secret)
    }
}

impl fmt::Debug for AccessToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccessToken")
            .field("secret", &format_args!("[redacted]"))
            .field("expires_on", &self.expires_on)
            .finish()
    }
}

/// The scope and the claims that a [`TokenProvider`] is asked for.
///
/// ```
/// use graph_resource::{AccessToken, BoxFuture, TokenError, TokenProvider, TokenRequest};
///
/// /// A provider with a cache of its own.
/// struct Provider;
///
/// impl TokenProvider for Provider {
///     fn token(&self, request: TokenRequest) -> BoxFuture<'_, Result<AccessToken, TokenError>> {
///         Box::pin(async move {
///             match request.claims() {
///                 None => self.cached(request.scope()).await,
///                 // The service has rejected the cached token.
///                 Some(claims) => self.renewed(request.scope(), claims).await,
///             }
///         })
///     }
/// }
/// # impl Provider {
/// #     async fn cached(&self, _: &str) -> Result<AccessToken, TokenError> {
/// #         Ok("…".into())
/// #     }
/// #     async fn renewed(&self, _: &str, _: &str) -> Result<AccessToken, TokenError> {
/// #         Ok("…".into())
/// #     }
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenRequest {
    scope: String,
    claims: Option<Arc<str>>,
}

impl TokenRequest {
    pub(crate) fn new(endpoint: &Endpoint) -> Self {
        let url = endpoint.to_string();
        let scheme = url.split("://").next().unwrap_or("https");
        Self {
            scope: format!("{scheme}://{}/.default", endpoint.authority()),
            claims: None,
        }
    }

    pub(super) fn with_claims(mut self, claims: String) -> Self {
        self.claims = Some(claims.into());
        self
    }

    pub(super) fn shared_claims(&self) -> Option<Arc<str>> {
        self.claims.clone()
    }

    /// Returns the scope, which stands for all permissions that the application was granted at the client's endpoint, such as
    /// `https://graph.microsoft.com/.default`.
    pub fn scope(&self) -> &str {
        &self.scope
    }

    /// Returns the claims that the service demands of the token, as JSON, if it has refused an earlier token: the `claims` parameter of a
    /// request to the identity platform ("Claims challenges, claims requests and client capabilities").
    ///
    /// A provider with a cache of its own must bypass it in this case, so that it does not return the refused token again. The service
    /// demands claims only of applications that declare the client capability `CP1`.
    pub fn claims(&self) -> Option<&str> {
        self.claims.as_deref()
    }
}

/// The error of a [`TokenProvider`]. See [`TokenRequest`].
pub type TokenError = Box<dyn StdError + Send + Sync>;

/// A provider of access tokens.
///
/// It need not cache them, since the client does. A token with a known [expiry](AccessToken::with_expires_on) is sent until one minute before
/// that, and one of the requests in the last five minutes renews it, while the others still use it; for a token of a short life, these times
/// are a share of that life. The provider is asked once for all requests that wait for a token, and if that fails, all of them return its
/// error. A token with an unknown expiry is used by the requests that waited for it, and the next request asks again.
///
/// A token that the service refuses with `401` is removed from the cache. If the service demands [claims](TokenRequest::claims), the provider
/// is asked for a token with these, and the request is sent once more.
///
/// Any closure from a [`TokenRequest`] to a future is a provider:
///
/// ```
/// use std::time::{Duration, SystemTime};
///
/// use graph_resource::{AccessToken, Client, TokenRequest};
///
/// # #[cfg(feature = "rustls")] {
/// let client = Client::builder()
///     .token_provider(|request: TokenRequest| async move {
///         assert_eq!(request.scope(), "https://graph.microsoft.com/.default");
///         let an_hour = Duration::from_secs(3600);
///         Ok(AccessToken::new(std::env::var("GRAPH_TOKEN")?).with_expires_on(SystemTime::now() + an_hour))
///     })
///     .build()?;
/// # }
/// # Ok::<(), graph_resource::Error>(())
/// ```
pub trait TokenProvider: Send + Sync + 'static {
    /// Returns a token that is valid now.
    ///
    /// The future is polled by the requests that wait for the token, and dropped when none of them is left.
    ///
    /// # Errors
    ///
    /// Any error of the provider. Each request that waited fails with [`ErrorKind::Credential`](crate::ErrorKind::Credential), with this
    /// error as the source. Its text must not contain a token.
    fn token(&self, request: TokenRequest) -> BoxFuture<'_, Result<AccessToken, TokenError>>;
}

impl<F, Fut> TokenProvider for F
where
    F: Fn(TokenRequest) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<AccessToken, TokenError>> + Send + 'static,
{
    fn token(&self, request: TokenRequest) -> BoxFuture<'_, Result<AccessToken, TokenError>> {
        Box::pin(self(request))
    }
}

impl<T: TokenProvider + ?Sized> TokenProvider for Arc<T> {
    fn token(&self, request: TokenRequest) -> BoxFuture<'_, Result<AccessToken, TokenError>> {
        (**self).token(request)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use super::*;
    use crate::endpoint::{ApiVersion, Cloud};

    #[test]
    fn the_scope_names_the_host_of_the_endpoint() {
        for (endpoint, scope) in [
            (
                Endpoint::new(Cloud::Global),
                "https://graph.microsoft.com/.default",
            ),
            (
                Endpoint::new(Cloud::China).with_version(ApiVersion::Beta),
                "https://microsoftgraph.chinacloudapi.cn/.default",
            ),
            (
                Endpoint::parse("http://localhost:8080/graph").unwrap(),
                "http://localhost:8080/.default",
            ),
        ] {
            assert_eq!(TokenRequest::new(&endpoint).scope(), scope);
        }
    }

    #[test]
    fn debug_does_not_contain_the_token() {
        let token = AccessToken::new("hunter2").with_expires_on(SystemTime::UNIX_EPOCH);
        assert!(!format!("{token:?} {token:#?}").contains("hunter2"));
    }
}
