//! Assertions that hold for every error.

use bytes::Bytes;
use graph_resource::{Error, ErrorKind};
use http::Response;

use crate::answer::TOKEN;

/// The maximum length of `Display` and `Debug` in bytes. Each contains up to four texts of the service, of up to 500 characters, each of which
/// takes eight bytes when escaped.
const MAX_LINE: usize = 20_000;

/// Asserts that `Display` and `Debug` are each one line of bounded length, without characters that could forge another.
///
/// # Panics
///
/// If they are not.
pub fn assert_one_line(error: &Error) {
    for line in [error.to_string(), format!("{error:?}")] {
        assert!(!line.is_empty());
        assert!(line.len() <= MAX_LINE, "{} bytes", line.len());
        assert!(!line.chars().any(is_layout), "{line:?}");
        assert!(!line.contains(TOKEN), "the token is in {line:?}");
    }
    assert!(!error.message().is_empty());
}

/// Returns whether the character moves the cursor or changes the direction of text.
fn is_layout(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Asserts that the error of a response keeps all of it, and has the right kind.
///
/// # Panics
///
/// If it does not.
pub fn assert_keeps(error: &Error, response: &Response<Bytes>) {
    let kind = if response.status().is_success() {
        ErrorKind::UnexpectedAnswer
    } else {
        ErrorKind::Service
    };
    assert_eq!(error.kind(), kind, "{error}");
    assert_eq!(error.status(), Some(response.status()));
    assert_eq!(error.headers(), Some(response.headers()));
    assert_eq!(error.raw_body(), Some(response.body()));
    assert!(error.method().is_some() && error.path_template().is_some());
    assert_eq!(error.attempts(), 1);
    assert!(error.client_request_id().is_some());
    assert_one_line(error);
}
