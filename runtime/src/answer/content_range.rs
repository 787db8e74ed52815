use http::header::{CONTENT_LENGTH, CONTENT_RANGE};
use http::{HeaderMap, StatusCode};

use crate::error::{Error, ErrorKind};

/// The part of a content that an answer has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ContentRange {
    pub(crate) start: u64,
    /// The position after the last byte.
    pub(crate) end: Option<u64>,
    /// The length of the whole content.
    pub(crate) total: Option<u64>,
}

impl ContentRange {
    /// Reads the part from the head of an answer ("HTTP Semantics", RFC 9110, section 14.4).
    pub(crate) fn of(status: StatusCode, headers: &HeaderMap) -> Result<Self, Error> {
        if status == StatusCode::RANGE_NOT_SATISFIABLE {
            return Self::at_end(headers).ok_or_else(invalid);
        }
        if status != StatusCode::PARTIAL_CONTENT {
            let length = headers.get(CONTENT_LENGTH);
            let length = length.and_then(|value| value.to_str().ok()?.parse().ok());
            return Ok(Self {
                start: 0,
                end: length,
                total: length,
            });
        }
        let range = headers.get(CONTENT_RANGE);
        let range = range.and_then(|value| Self::parse(value.to_str().ok()?));
        range.ok_or_else(invalid)
    }

    /// Reads `bytes */100`: nothing is left after the last byte.
    fn at_end(headers: &HeaderMap) -> Option<Self> {
        let range = headers.get(CONTENT_RANGE)?.to_str().ok()?;
        let total = range.strip_prefix("bytes */")?.parse().ok()?;
        Some(Self {
            start: total,
            end: Some(total),
            total: Some(total),
        })
    }

    /// Reads `bytes 0-9/100` or `bytes 0-9/*`.
    fn parse(value: &str) -> Option<Self> {
        let (range, total) = value.strip_prefix("bytes ")?.split_once('/')?;
        let (first, last) = range.split_once('-')?;
        let start = first.parse().ok()?;
        let end = last.parse::<u64>().ok()?.checked_add(1)?;
        let total = match total {
            "*" => None,
            total => Some(total.parse().ok()?),
        };
        let is_valid = start < end && total.is_none_or(|total| end <= total);
        is_valid.then_some(Self {
            start,
            end: Some(end),
            total,
        })
    }
}

#[cold]
fn invalid() -> Error {
    let message = "the answer has a part of the content, and no valid `Content-Range`";
    Error::new(ErrorKind::UnexpectedAnswer, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_has_a_start_an_end_and_perhaps_a_total() {
        let range = |start, end, total| {
            let end = Some(end);
            Some(ContentRange { start, end, total })
        };
        for (text, expected) in [
            ("bytes 0-9/100", range(0, 10, Some(100))),
            ("bytes 5-5/*", range(5, 6, None)),
            ("bytes 5-4/100", None),
            ("bytes 0-100/100", None),
            ("bytes */100", None),
            ("items 0-9/100", None),
            ("bytes 0-18446744073709551615/*", None),
            ("", None),
        ] {
            assert_eq!(ContentRange::parse(text), expected, "{text}");
        }
    }
}
