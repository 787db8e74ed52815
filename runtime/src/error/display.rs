use std::fmt::{self, Write as _};

use http::StatusCode;

use super::{Error, ErrorKind};

/// How much of what the service said goes into one line. The whole is in `message()` and `raw_body()`.
const MAX_LENGTH: usize = 500;

/// Text of the service on one line: bounded, and without characters that could forge another line of a log.
struct Line<'a>(&'a str);

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

/// Control characters, line and paragraph separators, and what changes the direction of text.
fn is_layout(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A status with its name, if it has one.
pub(super) struct Status(pub(super) StatusCode);

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_str())?;
        match self.0.canonical_reason() {
            Some(reason) => write!(f, " {reason}"),
            None => Ok(()),
        }
    }
}

impl Error {
    /// The status and the code, unless the message has the status already.
    fn write_status(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(status) = self.status() else {
            return Ok(());
        };
        match (
            self.code(),
            self.graph().and_then(|graph| graph.message.as_ref()),
        ) {
            (Some(code), _) => write!(f, "{} ({}): ", Status(status), Line(code)),
            (None, None) if self.kind() == ErrorKind::Service => Ok(()),
            _ => write!(f, "{}: ", Status(status)),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_status(f)?;
        write!(f, "{}", Line(self.message()))?;
        if let (Some(method), Some(template)) = (self.method(), self.path_template()) {
            write!(f, " [{method} {template}]")?;
        }
        if let Some(request_id) = self.request_id() {
            write!(f, " [request-id {}]", Line(request_id))?;
        }
        if self.attempts() > 1 {
            write!(f, " [{} attempts]", self.attempts())?;
        }
        Ok(())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Error");
        debug
            .field("kind", &self.kind())
            .field("message", &format_args!("\"{}\"", Line(self.message())));
        if let (Some(method), Some(template)) = (self.method(), self.path_template()) {
            debug.field("request", &format_args!("{method} {template}"));
        }
        if let Some(status) = self.status() {
            debug.field("status", &status);
        }
        if let Some(code) = self.code() {
            debug.field("code", &format_args!("{}", Line(code)));
        }
        if let Some(request_id) = self.request_id() {
            debug.field("request_id", &format_args!("{}", Line(request_id)));
        }
        if let Some(client_request_id) = self.client_request_id() {
            debug.field(
                "client_request_id",
                &format_args!("{}", Line(client_request_id)),
            );
        }
        debug.field("attempts", &self.attempts());
        if let Some(source) = &self.0.source {
            // It repeats what could not be read, which can be of any length.
            let source = format!("{source:?}");
            debug.field("source", &format_args!("{}", Line(&source)));
        }
        debug.finish_non_exhaustive()
    }
}
