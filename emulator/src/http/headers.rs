use http::HeaderMap;
use http::header::{AUTHORIZATION, CONTENT_TYPE, HeaderName};

/// An error in the `Authorization` header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AuthorizationError {
    Missing,
    Malformed,
}

/// Checks that there is a bearer token. Any token is accepted.
pub(crate) fn check_authorization(headers: &HeaderMap) -> Result<(), AuthorizationError> {
    let value = headers
        .get(AUTHORIZATION)
        .ok_or(AuthorizationError::Missing)?;
    let token = value.to_str().ok().and_then(|value| {
        let (scheme, token) = value.split_once(' ')?;
        scheme.eq_ignore_ascii_case("Bearer").then(|| token.trim())
    });
    match token {
        Some(token) if !token.is_empty() && !token.contains(' ') => Ok(()),
        _ => Err(AuthorizationError::Malformed),
    }
}

/// Returns whether the body is declared as JSON.
pub(crate) fn is_json(headers: &HeaderMap) -> bool {
    let value = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let media_type = value.and_then(|value| value.split(';').next());
    media_type.is_some_and(|media_type| media_type.trim().eq_ignore_ascii_case("application/json"))
}

/// Returns the values of all headers of this name that are text.
pub(super) fn values(headers: &HeaderMap, name: HeaderName) -> impl Iterator<Item = &str> {
    let values = headers.get_all(name).into_iter();
    values.filter_map(|value| value.to_str().ok())
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    #[test]
    fn a_token_is_one_word_after_bearer() {
        let check = |value| {
            let value = HeaderValue::from_static(value);
            check_authorization(&HeaderMap::from_iter([(AUTHORIZATION, value)]))
        };
        for value in ["Bearer t", "bearer t", "BEARER  t"] {
            assert_eq!(check(value), Ok(()), "{value}");
        }
        for value in ["", "Bearer", "Bearer ", "Bearer a b", "Basic dDp0", "t"] {
            assert_eq!(check(value), Err(AuthorizationError::Malformed), "{value}");
        }
        let missing = check_authorization(&HeaderMap::new());
        assert_eq!(missing, Err(AuthorizationError::Missing));
    }
}
