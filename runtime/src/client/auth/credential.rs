use std::fmt;

use bytes::Bytes;
use http::{HeaderValue, StatusCode};

use super::authorization::Authorization;
#[cfg(feature = "azure-identity")]
use super::azure::AzureCredential;
use super::cache::TokenCache;
use super::header::bearer;
use super::token::{AccessToken, TokenProvider};
use crate::endpoint::Endpoint;
use crate::error::{Error, ErrorKind, claims};

/// The source of the tokens of a client.
#[derive(Default)]
pub(in crate::client) enum Credential {
    #[default]
    None,
    /// A fixed token, with its header or the reason why it has none.
    Token(AccessToken, Result<HeaderValue, &'static str>),
    Provider(TokenCache),
}

impl Credential {
    pub(in crate::client) fn token(token: AccessToken) -> Self {
        let header = bearer(&token);
        Self::Token(token, header)
    }

    pub(in crate::client) fn provider(provider: impl TokenProvider) -> Self {
        Self::Provider(TokenCache::new(provider))
    }

    #[cfg(feature = "azure-identity")]
    pub(in crate::client) fn azure(
        credential: std::sync::Arc<dyn azure_core::credentials::TokenCredential>,
    ) -> Self {
        Self::provider(AzureCredential(credential))
    }

    /// Returns whether requests have a token.
    pub(in crate::client) const fn is_some(&self) -> bool {
        !matches!(self, Self::None)
    }

    /// Returns the token for a request to `endpoint`, or `None` if there is no credential and the endpoint is on loopback.
    pub(in crate::client) async fn authorize(
        &self,
        endpoint: &Endpoint,
    ) -> Result<Option<Authorization>, Error> {
        let header = match self {
            Self::None if endpoint.is_loopback() => return Ok(None),
            Self::None => Err(Error::new(
                ErrorKind::Credential,
                "the client has no token: set a `token` or a `token_provider` when it is built",
            )),
            Self::Token(_, header) => header
                .clone()
                .map_err(|reason| Error::new(ErrorKind::Credential, reason)),
            Self::Provider(tokens) => tokens.token(endpoint).await.map_err(Into::into),
        };
        header.map(Authorization::initial).map(Some)
    }

    /// Returns another token to send the request with, if `response` refuses the token in `used` and another may be accepted. Returns `None`
    /// if the response is final.
    ///
    /// # Errors
    ///
    /// No token with the demanded claims is available. The error keeps the response.
    pub(in crate::client) async fn reauthorize(
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
        let replacement = tokens.replace(endpoint, used, claims).await;
        replacement.map_err(|failure| Error::from(failure).with_answer(response.clone()))
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
