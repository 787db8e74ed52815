use std::error::Error as StdError;
use std::fmt;
use std::future::Future;
use std::sync::Arc;
use std::time::SystemTime;

use crate::endpoint::Endpoint;
use crate::transport::BoxFuture;

/// A bearer token for Microsoft Graph.
///
/// It is opaque, and shows in no `Debug` output. There is no `Display`.
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
    /// A token of which nobody knows when it expires.
    pub fn new(secret: impl Into<String>) -> Self {
        Self {
            secret: secret.into().into(),
            expires_on: None,
        }
    }

    /// Says when the token expires.
    pub const fn with_expires_on(mut self, time: SystemTime) -> Self {
        self.expires_on = Some(time);
        self
    }

    /// When the token expires, if that is known.
    pub const fn expires_on(&self) -> Option<SystemTime> {
        self.expires_on
    }

    /// The token itself, which is not for logs.
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

/// What a token is asked for.
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

    /// The scope: all permissions that the application was granted at the client's endpoint, such as
    /// `https://graph.microsoft.com/.default`.
    pub fn scope(&self) -> &str {
        &self.scope
    }

    /// What the token has to have, as JSON, where the service has refused one for want of it: the `claims` parameter of a request to
    /// the identity platform ("Claims challenges, claims requests and client capabilities").
    ///
    /// The token that was refused is not to be given again. A provider that has a cache of its own passes it by here. The service
    /// demands claims only of applications that say they can deal with it, with the client capability `CP1`.
    pub fn claims(&self) -> Option<&str> {
        self.claims.as_deref()
    }
}

/// Why a [`TokenProvider`] has no token.
pub type TokenError = Box<dyn StdError + Send + Sync>;

/// Provides tokens.
///
/// It need not cache them, as the client does: a token that says when it [expires](AccessToken::with_expires_on) is sent until a minute
/// before, and renewed by one of the requests of the last five minutes, while the others go on with it (a token of a short life, at a like
/// share of it). However many requests wait for a token, the provider is asked once, and if that fails, all of them get its error. A token
/// of which nobody knows when it expires is for those who waited for it; the next request asks again.
///
/// A token that the service refuses with a `401` is forgotten. If the service says which [claims](TokenRequest::claims) it wants, the
/// provider is asked for a token with these, and the request is sent once more.
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
    /// A token that is valid now.
    ///
    /// The future is polled by one after the other of those who wait for the token, and dropped when none is left.
    ///
    /// # Errors
    ///
    /// Whatever kept it from being had: it becomes the source of an [`ErrorKind::Credential`](crate::ErrorKind::Credential), for each
    /// request that waited. It must not have a token in it.
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
    fn the_scope_is_that_of_the_endpoint_s_host() {
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
    fn debug_does_not_show_the_token() {
        let token = AccessToken::new("hunter2").with_expires_on(SystemTime::UNIX_EPOCH);
        assert!(!format!("{token:?} {token:#?}").contains("hunter2"));
    }
}
