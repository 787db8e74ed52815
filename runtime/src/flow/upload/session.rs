use std::fmt;

use bytes::Bytes;
use http::{Response, Uri};
use serde_json::Value;

use crate::answer::Returned;
use crate::error::{Error, ErrorKind};

/// A session in which a file is uploaded: the result of `createUploadSession`, and the state of [`Upload`](super::Upload).
///
/// The names of its properties are read in any letter case, since services differ.
#[derive(Clone, PartialEq, Eq)]
pub struct UploadSession {
    pub(super) url: Option<String>,
    expiration: Option<String>,
    next: Vec<ExpectedRange>,
}

/// Bytes that the service expects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ExpectedRange {
    pub(super) start: u64,
    /// The position after the last byte, if it is not the end of the file.
    pub(super) end: Option<u64>,
}

impl UploadSession {
    /// Returns the session at a URL, such as one that was stored.
    pub fn at(url: impl Into<String>) -> Self {
        Self {
            url: Some(url.into()),
            expiration: None,
            next: Vec::new(),
        }
    }

    /// Returns the URL to which fragments are sent. It is a secret: who has it can write to the session.
    pub fn url(&self) -> &str {
        self.url.as_deref().unwrap_or_default()
    }

    /// Returns the time at which the session ends, as the service writes it.
    pub fn expiration(&self) -> Option<&str> {
        self.expiration.as_deref()
    }

    /// Returns the position of the first byte that the service expects, if it has said so.
    pub fn next_expected(&self) -> Option<u64> {
        self.next.first().map(|range| range.start)
    }

    pub(super) fn first_range(&self) -> Option<ExpectedRange> {
        self.next.first().copied()
    }

    pub(super) fn uri(&self) -> Result<Uri, Error> {
        self.url().parse().map_err(|error| {
            let message = "the URL of the upload session is not valid";
            Error::new(ErrorKind::InvalidRequest, message).with_source(error)
        })
    }

    /// Reads the state in an answer, without the URL if it has none.
    pub(super) fn read_state(response: &Response<Bytes>) -> Result<Self, Error> {
        let unexpected = |message| Error::new(ErrorKind::UnexpectedAnswer, message);
        let body: Value = serde_json::from_slice(response.body())
            .map_err(|error| unexpected("the state of the upload is no JSON").with_source(error))?;
        let Value::Object(members) = body else {
            return Err(unexpected("the state of the upload is no JSON object"));
        };
        let member = |name: &str| {
            let mut members = members.iter();
            let found = members.find(|(each, _)| each.eq_ignore_ascii_case(name));
            found.map(|(_, value)| value)
        };
        let text = |name| member(name).and_then(Value::as_str).map(str::to_owned);
        let ranges = member("nextExpectedRanges").and_then(Value::as_array);
        let ranges = ranges.into_iter().flatten();
        let next: Option<Vec<_>> = ranges
            .map(|range| ExpectedRange::parse(range.as_str()?))
            .collect();
        let mut next = next.ok_or_else(|| unexpected("`nextExpectedRanges` has no valid range"))?;
        next.sort_by_key(|range| range.start);
        Ok(Self {
            url: text("uploadUrl"),
            expiration: text("expirationDateTime"),
            next,
        })
    }
}

impl ExpectedRange {
    /// Reads `26-`, `26-99` or, as Outlook writes it, `26`.
    fn parse(text: &str) -> Option<Self> {
        let (start, last) = text.split_once('-').unwrap_or((text, ""));
        let end = match last {
            "" => None,
            last => Some(last.parse::<u64>().ok()?.checked_add(1)?),
        };
        let start = start.parse().ok()?;
        end.is_none_or(|end| start < end)
            .then_some(Self { start, end })
    }
}

impl Returned for UploadSession {
    fn read(response: &Response<Bytes>) -> Result<Self, Error> {
        let session = Self::read_state(response)?;
        if session.url.is_none() {
            let message = "the answer has no `uploadUrl`";
            return Err(Error::new(ErrorKind::UnexpectedAnswer, message));
        }
        Ok(session)
    }
}

/// Shows no URL, which is a secret.
impl fmt::Debug for UploadSession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UploadSession")
            .field("expiration", &self.expiration)
            .field("next_expected", &self.next_expected())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use super::*;

    fn read(body: &'static str) -> Result<UploadSession, Error> {
        UploadSession::read(&Response::new(Bytes::from_static(body.as_bytes())))
    }

    #[test]
    fn the_names_of_properties_have_any_letter_case() {
        for body in [
            r#"{"uploadUrl":"https://x/y","expirationDateTime":"2026-12-01T00:00:00Z","nextExpectedRanges":["26-"]}"#,
            r#"{"UploadUrl":"https://x/y","ExpirationDateTime":"2026-12-01T00:00:00Z","NextExpectedRanges":["26"]}"#,
        ] {
            let session = read(body).unwrap();
            assert_eq!(session.url(), "https://x/y");
            assert_eq!(session.next_expected(), Some(26));
            assert_eq!(session.expiration(), Some("2026-12-01T00:00:00Z"));
            assert!(!format!("{session:?}").contains("https"));
        }
    }

    #[test]
    fn the_first_of_several_ranges_is_the_next() {
        let body = r#"{"uploadUrl":"u","nextExpectedRanges":["77829-99375","12345-55232"]}"#;
        let range = read(body).unwrap().first_range().unwrap();
        assert_eq!((range.start, range.end), (12_345, Some(55_233)));
    }

    #[test]
    fn what_is_no_session_is_an_error() {
        for body in [
            "",
            "[]",
            r#"{"nextExpectedRanges":["0-"]}"#,
            r#"{"uploadUrl":"u","nextExpectedRanges":["x"]}"#,
            r#"{"uploadUrl":"u","nextExpectedRanges":["5-4"]}"#,
            r#"{"uploadUrl":"u","nextExpectedRanges":[7]}"#,
        ] {
            let error = read(body).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::UnexpectedAnswer, "{body}");
        }
    }
}
