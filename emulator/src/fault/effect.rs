use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::header::{DATE, HeaderName, RETRY_AFTER};
use http::{HeaderValue, Response, StatusCode};

use super::script::Met;
use super::{Base, Etag, Fault, RetryAfter, body};
use crate::EmulatorError;
use crate::answer::{self, Ids, add_header};
use crate::refusal::Refusal;

/// How an answer gets to the client.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Delivery {
    pub(crate) delay: Duration,
    /// Between the two halves of the body.
    pub(crate) stall: Duration,
    pub(crate) ending: Ending,
    /// Whether the connection is reset rather than closed, where it ends.
    pub(crate) reset: bool,
}

/// How an answer ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Ending {
    #[default]
    Whole,
    /// Before it begins.
    Nothing,
    /// In the middle of the body.
    CutOff,
    /// Before the last byte that is announced.
    TooShort,
}

impl Met {
    /// What is answered in the place of `truth`, which is what the emulator did, if it acted.
    pub(crate) fn answer(&self, truth: Option<Response<Bytes>>, ids: &Ids) -> Response<Bytes> {
        let fault = &self.fault;
        let mut response = match fault.base {
            Base::Status(status) => of_status(status, ids),
            Base::Answer | Base::HangUp => truth.unwrap_or_else(nothing),
        };
        if let Some(content) = &fault.body {
            body::replace(&mut response, content);
        }
        if let Some(etag) = &fault.etag {
            body::replace_etag(&mut response, etag);
        }
        if let Some(damage) = fault.damage {
            damage.apply(&mut response);
        }
        response
    }

    /// Puts the headers in that come last.
    pub(crate) fn add_headers(&self, response: &mut Response<Bytes>) {
        for (name, value) in &self.fault.headers {
            if let Ok(name) = HeaderName::try_from(name) {
                add_header(response, name, value);
            }
        }
        let wait = self.fault.retry_after.as_ref();
        if let Some(wait) = wait.and_then(|wait| wait.value(date(response), self.left)) {
            add_header(response, RETRY_AFTER, &wait);
        }
    }

    /// How the answer gets to the client. Without a body, there is no middle of it.
    pub(crate) fn delivery(&self, response: &Response<Bytes>) -> Delivery {
        let fault = &self.fault;
        let is_empty = response.body().is_empty();
        let (delay, stall) = if is_empty {
            (fault.delay.saturating_add(fault.stall), Duration::ZERO)
        } else {
            (fault.delay, fault.stall)
        };
        let ending = match fault.ending {
            _ if fault.base == Base::HangUp => Ending::Nothing,
            Ending::CutOff | Ending::TooShort if is_empty => Ending::Nothing,
            ending => ending,
        };
        Delivery {
            delay,
            stall,
            ending,
            reset: fault.reset,
        }
    }
}

impl Fault {
    pub(crate) const fn acts(&self) -> bool {
        self.acts
    }

    /// What it says, if an answer can be so.
    pub(crate) fn check(&self) -> Result<(), EmulatorError> {
        match self.problem() {
            Some(problem) => Err(EmulatorError::new(problem)),
            None => Ok(()),
        }
    }

    fn problem(&self) -> Option<String> {
        if let Base::Status(status) = self.base
            && !(200..1000).contains(&status)
        {
            return Some(format!("{status} is no status of an answer"));
        }
        if self.reset && self.base != Base::HangUp && self.ending == Ending::Whole {
            let problem = "`reset` says how a connection ends, and this one goes on: use `hang_up`, `cut_off` or `too_short`";
            return Some(problem.into());
        }
        let mut names = self.headers.iter().map(|(name, _)| name);
        if let Some(name) = names.find(|name| !is_free(name)) {
            let problem = "is no name of a header, or one that the emulator alone sets: for a wrong length use `too_short`";
            return Some(format!("`{name}` {problem}"));
        }
        let value = self
            .values()
            .find(|value| HeaderValue::try_from(*value).is_err());
        value.map(|value| format!("{value:?} cannot be in a header"))
    }

    fn values(&self) -> impl Iterator<Item = &str> {
        let headers = self.headers.iter().map(|(_, value)| value.as_str());
        let retry_after = self.retry_after.iter().filter_map(|wait| match wait {
            RetryAfter::Text(text) => Some(&**text),
            _ => None,
        });
        let media_type = self.body.iter().map(|content| &*content.media_type);
        let etag = self.etag.iter().filter_map(|etag| match etag {
            Etag::Other(etag) => Some(etag.as_str()),
            Etag::Missing => None,
        });
        headers.chain(retry_after).chain(media_type).chain(etag)
    }
}

/// Whether this is the name of a header that does not decide how an answer is read from the connection.
fn is_free(name: &str) -> bool {
    let framing = ["content-length", "transfer-encoding"];
    HeaderName::try_from(name).is_ok_and(|name| !framing.contains(&name.as_str()))
}

fn of_status(status: u16, ids: &Ids) -> Response<Bytes> {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    if status.as_u16() < 400 {
        answer::empty(status)
    } else {
        ids.refusal(Refusal::of_status(status))
    }
}

/// Stands in the log for an answer that there is not.
fn nothing() -> Response<Bytes> {
    /// "No response", as nginx writes it to its log.
    const NO_RESPONSE: u16 = 444;
    answer::empty(StatusCode::from_u16(NO_RESPONSE).unwrap_or_default())
}

fn date(response: &Response<Bytes>) -> SystemTime {
    let date = response
        .headers()
        .get(DATE)
        .and_then(|date| date.to_str().ok());
    let date = date.and_then(|date| httpdate::parse_http_date(date).ok());
    date.unwrap_or_else(SystemTime::now)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_answer_can_have_is_refused() {
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
            assert!(fault.check().is_err(), "{fault:?}");
        }
    }

    #[test]
    fn what_an_answer_can_have_is_taken() {
        for fault in [
            Fault::status(200).html(),
            Fault::status(599),
            Fault::status(429).retry_after("-1, soon"),
            Fault::hang_up().reset().after_acting(),
            Fault::answer().cut_off().reset(),
            Fault::answer().too_short().reset(),
            Fault::claims_challenge("{\"access_token\":{}}"),
            Fault::redirect(308, "https://other.example/"),
        ] {
            assert!(fault.check().is_ok(), "{fault:?}");
        }
    }
}
