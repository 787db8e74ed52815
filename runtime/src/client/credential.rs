use std::fmt;

use http::HeaderValue;

use super::{AccessToken, TokenProvider, TokenRequest};
use crate::{Endpoint, Error, ErrorKind};

/// Where a client has its tokens from.
#[derive(Default)]
pub(super) enum Credential {
    #[default]
    None,
    /// With the header that it makes, if it makes one.
    Token(AccessToken, Option<HeaderValue>),
    Provider(Box<dyn TokenProvider>),
}

impl Credential {
    pub(super) fn token(token: AccessToken) -> Self {
        let header = bearer(&token).ok();
        Self::Token(token, header)
    }

    /// The `Authorization` header of a request to `endpoint`; none where a loopback server is asked without a token.
    pub(super) async fn authorization(
        &self,
        endpoint: &Endpoint,
    ) -> Result<Option<HeaderValue>, Error> {
        match self {
            Self::None if endpoint.is_loopback() => Ok(None),
            Self::None => Err(Error::new(
                ErrorKind::Credential,
                "the client has no token: give its builder a `token` or a `token_provider`",
            )),
            Self::Token(_, Some(header)) => Ok(Some(header.clone())),
            Self::Token(token, None) => bearer(token).map(Some),
            Self::Provider(provider) => {
                let token = provider.token(TokenRequest::new(endpoint)).await;
                let token = token.map_err(|error| {
                    Error::new(ErrorKind::Credential, "no token could be had").with_source(error)
                })?;
                bearer(&token).map(Some)
            }
        }
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

/// The token as the value of `Authorization`. It is not repeated in the error.
fn bearer(token: &AccessToken) -> Result<HeaderValue, Error> {
    let secret = token.secret();
    let legible = !secret.is_empty() && secret.bytes().all(|byte| byte.is_ascii_graphic());
    let value = HeaderValue::try_from(format!("Bearer {secret}"))
        .ok()
        .filter(|_| legible);
    let mut value = value.ok_or_else(|| {
        let message = if secret.is_empty() {
            "the token is empty"
        } else {
            "the token has characters that no token has, such as a space or a line break; it is given without `Bearer`"
        };
        Error::new(ErrorKind::Credential, message)
    })?;
    value.set_sensitive(true);
    Ok(value)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use super::*;

    #[test]
    fn the_header_is_sensitive() {
        let value = bearer(&"eyJ0.e30.c2ln".into()).unwrap();
        assert_eq!(value, "Bearer eyJ0.e30.c2ln");
        assert!(value.is_sensitive());
    }

    #[test]
    fn what_is_no_token_is_an_error_that_does_not_repeat_it() {
        for secret in [
            "",
            "hunter2\n",
            "Bearer hunter2",
            "hunter2\r\nX: y",
            "hünter2",
            "hunter2\0",
        ] {
            let error = bearer(&secret.into()).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Credential);
            assert!(!format!("{error} {error:?}").contains("nter2"));
        }
    }

    #[test]
    fn loopback_is_known_whatever_the_scheme_and_port() {
        for (url, loopback) in [
            ("http://127.0.0.1:8080", true),
            ("https://localhost", true),
            ("https://[::1]:8443/graph", true),
            ("https://graph.microsoft.com", false),
            ("https://localhost.example", false),
        ] {
            assert_eq!(
                Endpoint::parse(url).unwrap().is_loopback(),
                loopback,
                "{url}"
            );
        }
    }
}
