use http::HeaderValue;

use super::AccessToken;

/// The token as the value of `Authorization`. It is not repeated in the error.
pub(super) fn bearer(token: &AccessToken) -> Result<HeaderValue, &'static str> {
    let secret = token.secret();
    let legible = !secret.is_empty() && secret.bytes().all(|byte| byte.is_ascii_graphic());
    let value = HeaderValue::try_from(format!("Bearer {secret}"))
        .ok()
        .filter(|_| legible);
    let mut value = value.ok_or(if secret.is_empty() {
        "the token is empty"
    } else {
        "the token has characters that no token has, such as a space or a line break; it is given without `Bearer`"
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
            let why = bearer(&secret.into()).unwrap_err();
            assert!(!why.contains("nter2"));
        }
    }
}
