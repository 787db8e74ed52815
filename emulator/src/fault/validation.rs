use http::HeaderValue;
use http::header::HeaderName;

use crate::error::EmulatorError;
use crate::http::delivery::Ending;

use super::definition::{Base, Fault};
use super::etag::EtagChange;
use super::retry_after::RetryAfter;

impl Fault {
    /// Checks that the response is possible.
    pub(crate) fn validate(&self) -> Result<(), EmulatorError> {
        self.validate_status()?;
        self.validate_ending()?;
        self.validate_headers()
    }

    fn validate_status(&self) -> Result<(), EmulatorError> {
        match self.base {
            Base::Status(status) if !(200..1000).contains(&status) => {
                let message = format!("{status} is not the status of a final response");
                Err(EmulatorError::new(message))
            }
            _ => Ok(()),
        }
    }

    fn validate_ending(&self) -> Result<(), EmulatorError> {
        if self.resets && self.base != Base::HangUp && self.ending == Ending::Complete {
            let message = "`reset` has no effect on a connection that stays open: combine it with `hang_up`, `cut_off` or `too_short`";
            return Err(EmulatorError::new(message));
        }
        Ok(())
    }

    fn validate_headers(&self) -> Result<(), EmulatorError> {
        let mut names = self.headers.iter().map(|(name, _)| name);
        if let Some(name) = names.find(|name| HeaderName::try_from(*name).is_err()) {
            let message = format!("`{name}` is not a valid header name");
            return Err(EmulatorError::new(message));
        }
        let mut names = self.headers.iter().map(|(name, _)| name);
        if let Some(name) = names.find(|name| is_framing(name)) {
            let message = format!(
                "`{name}` is set by the emulator alone: use `too_short` for a wrong length"
            );
            return Err(EmulatorError::new(message));
        }
        let mut values = self.header_values();
        match values.find(|value| HeaderValue::try_from(*value).is_err()) {
            Some(value) => {
                let message = format!("{value:?} is not a valid header value");
                Err(EmulatorError::new(message))
            }
            None => Ok(()),
        }
    }

    fn header_values(&self) -> impl Iterator<Item = &str> {
        let headers = self.headers.iter().map(|(_, value)| value.as_str());
        let retry_after = self.retry_after.iter().filter_map(|wait| match wait {
            RetryAfter::Text(text) => Some(&**text),
            _ => None,
        });
        let media_type = self.body.iter().map(|body| &*body.media_type);
        let etag = self.etag.iter().filter_map(|etag| match etag {
            EtagChange::Replaced(etag) => Some(etag.as_str()),
            EtagChange::Removed => None,
        });
        headers.chain(retry_after).chain(media_type).chain(etag)
    }
}

/// Returns whether a header decides how the response is read from the connection.
fn is_framing(name: &str) -> bool {
    let framing = ["content-length", "transfer-encoding"];
    framing
        .iter()
        .any(|framing| name.eq_ignore_ascii_case(framing))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_that_no_response_can_have_is_rejected() {
        for fault in [
            Fault::status(100),
            Fault::status(0),
            Fault::status(1000),
            Fault::status(503).reset(),
            Fault::answer().header("a b", "c"),
            Fault::answer().header("Content-Length", "7"),
            Fault::answer().header("transfer-encoding", "chunked"),
            Fault::answer().header("X-Odd", "a\r\nb"),
            Fault::answer().etag("\n"),
            Fault::answer().body("\0", "x"),
            Fault::status(429).retry_after("1\n"),
            Fault::redirect(302, "\u{1}"),
        ] {
            assert!(fault.validate().is_err(), "{fault:?}");
        }
    }

    #[test]
    fn a_fault_that_a_response_can_have_is_accepted() {
        for fault in [
            Fault::status(200).html(),
            Fault::status(599),
            Fault::status(429).retry_after("-1, soon"),
            Fault::hang_up().reset().after_execution(),
            Fault::answer().cut_off().reset(),
            Fault::answer().too_short().reset(),
            Fault::claims_challenge("{\"access_token\":{}}"),
            Fault::redirect(308, "https://other.example/"),
        ] {
            assert!(fault.validate().is_ok(), "{fault:?}");
        }
    }
}
