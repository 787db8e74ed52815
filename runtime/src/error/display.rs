use std::error::Error as _;
use std::fmt;

use super::kind::ErrorKind;
use super::line::{Line, StatusLine};
use super::repr::Error;

impl Error {
    /// Writes the status and the code, unless the message contains the status already.
    fn write_status(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(status) = self.status() else {
            return Ok(());
        };
        match (
            self.code(),
            self.graph().and_then(|graph| graph.message.as_ref()),
        ) {
            (Some(code), _) => write!(f, "{} ({}): ", StatusLine(status), Line(code)),
            (None, None) if self.kind() == ErrorKind::Service => Ok(()),
            _ => write!(f, "{}: ", StatusLine(status)),
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
        if self.conflicts() > 0 {
            let gave_up = if self.is_outdated() { "gave up " } else { "" };
            let plural = if self.conflicts() == 1 { "" } else { "s" };
            write!(f, " [{gave_up}after {} conflict{plural}]", self.conflicts())?;
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
        if self.conflicts() > 0 {
            debug.field("conflicts", &self.conflicts());
        }
        if let Some(source) = self.source() {
            // Its text may quote the unreadable input, which can be of any length.
            let source = format!("{source:?}");
            debug.field("source", &format_args!("{}", Line(&source)));
        }
        debug.finish_non_exhaustive()
    }
}
