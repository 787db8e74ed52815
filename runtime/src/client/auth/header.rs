use http::HeaderValue;

use super::token::AccessToken;

/// Creates the value of `Authorization`, or returns why the token is invalid. The message does not contain the token.
pub(super) fn bearer(token: &AccessToken) -> Result<HeaderValue, &'static str> {
    let secret = token.secret();
    let is_valid = !secret.is_empty() && secret.bytes().all(|byte| byte.is_ascii_graphic());
    let value = HeaderValue::try_from(format!("Bearer {secret}"))
        .ok()
        .filter(|_| is_valid);
    let mut value = value.ok_or(if secret.is_empty() {
        "the token is empty"
    } else {
        "the token contains invalid characters, such as a space or a line break: set it without `Bearer`"
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
    fn an_invalid_token_is_an_error_that_does_not_repeat_it() {
        for secret in [
            "",
            "hunter2\n",
            "Bearer hunter2",
            "hunter2\r\nX: y",
            "hünter2",
            "hunter2\0",
        ] {
            let reason = bearer(&secret.into()).unwrap_err();
            assert!(!reason.contains("nter2"));
        }
    }
}
