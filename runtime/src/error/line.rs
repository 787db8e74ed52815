use std::fmt::{self, Write as _};

use http::StatusCode;

use super::status::is_bandwidth_limit;

/// The number of characters of a text from the service that are shown in one line. `message()` and `raw_body()` return all of them.
const MAX_LENGTH: usize = 500;

/// Displays a text from the service in one line, truncated, and with those characters escaped that could forge another line of a log.
pub(super) struct Line<'a>(pub(super) &'a str);

impl fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut characters = self.0.chars();
        for character in characters.by_ref().take(MAX_LENGTH) {
            if is_layout(character) {
                write!(f, "{}", character.escape_default())?;
            } else {
                f.write_char(character)?;
            }
        }
        if characters.next().is_some() {
            f.write_char('…')?;
        }
        Ok(())
    }
}

/// Returns whether the character is a control character, separates lines or paragraphs, or changes the direction of text.
fn is_layout(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Displays a status with its reason phrase, if it has one.
pub(super) struct StatusLine(pub(super) StatusCode);

impl fmt::Display for StatusLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_str())?;
        match self.0.canonical_reason() {
            Some(reason) => write!(f, " {reason}"),
            None if is_bandwidth_limit(self.0) => f.write_str(" Bandwidth Limit Exceeded"),
            None => Ok(()),
        }
    }
}
