//! Whose requests they are: the token, where it comes from, and what becomes of one that is refused.

#[cfg(feature = "azure-identity")]
mod azure;
mod cache;
mod header;
mod state;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests;
mod token;

use std::fmt;

use bytes::Bytes;
use http::{HeaderValue, StatusCode};

pub use token::{AccessToken, TokenError, TokenProvider, TokenRequest};

use crate::endpoint::Endpoint;
use crate::error::claims;
use crate::error::{Error, ErrorKind};
use cache::TokenCache;

/// Where a client has its tokens from.
#[derive(Default)]
pub(super) enum Credential {
    #[default]
    None,
    /// One for good, as the header that it makes or why it makes none.
    Token(AccessToken, Result<HeaderValue, &'static str>),
    Provider(TokenCache),
}

/// The token of one request.
pub(super) struct Authorization {
    header: HeaderValue,
    trial: Trial,
}

/// How a request came by its token. It is answered once that its token is refused, so that no service keeps it going.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Trial {
    /// The one that is to be had.
    First,
    /// The one that took the place of a refused one before this request was refused.
    Successor,
    /// The one with the claims that were demanded.
    Last,
}

impl Authorization {
    fn first(header: HeaderValue) -> Self {
        Self {
            header,
            trial: Trial::First,
        }
    }

    /// The value of `Authorization`, which is sensitive.
    pub(super) const fn header(&self) -> &HeaderValue {
        &self.header
    }
}

impl Credential {
    pub(super) fn token(token: AccessToken) -> Self {
        let header = header::bearer(&token);
        Self::Token(token, header)
    }

    pub(super) fn provider(provider: impl TokenProvider) -> Self {
        Self::Provider(TokenCache::new(provider))
    }

    #[cfg(feature = "azure-identity")]
    pub(super) fn azure(
        credential: std::sync::Arc<dyn azure_core::credentials::TokenCredential>,
    ) -> Self {
        Self::provider(azure::AzureCredential(credential))
    }

    /// The token of a request to `endpoint`; none where a loopback server is asked without one.
    pub(super) async fn authorize(
        &self,
        endpoint: &Endpoint,
    ) -> Result<Option<Authorization>, Error> {
        let header = match self {
            Self::None if endpoint.is_loopback() => return Ok(None),
            Self::None => Err(Error::new(
                ErrorKind::Credential,
                "the client has no token: give its builder a `token` or a `token_provider`",
            )),
            Self::Token(_, header) => header
                .clone()
                .map_err(|why| Error::new(ErrorKind::Credential, why)),
            Self::Provider(tokens) => tokens.token(endpoint).await.map_err(Into::into),
        };
        header.map(Authorization::first).map(Some)
    }

    /// The token to send the request with once more, where `response` refuses the one that was `used` and there is another to try.
    /// `None`: the answer stands.
    ///
    /// # Errors
    ///
    /// No token could be had with the claims that the service demands. The error keeps its answer.
    pub(super) async fn answer(
        &self,
        endpoint: &Endpoint,
        used: Option<&Authorization>,
        response: &http::Response<Bytes>,
    ) -> Result<Option<Authorization>, Error> {
        let (Self::Provider(tokens), Some(used), StatusCode::UNAUTHORIZED) =
            (self, used, response.status())
        else {
            return Ok(None);
        };
        let Some(claims) = claims(response.headers()) else {
            tokens.forget(used);
            return Ok(None);
        };
        let other = tokens.other(endpoint, used, claims).await;
        other.map_err(|failure| Error::from(failure).with_answer(response.clone()))
    }
}

impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("None"),
            Self::Token(token, _) => token.fmt(f),
            Self::Provider(_) => f.write_str("TokenProvider"),
        }
    }
}
