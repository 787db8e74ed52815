use std::ops::Range;

use http::HeaderMap;
use http::header::{IF_RANGE, RANGE};

/// The part of a content that a request asks for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Asked {
    Whole,
    Part(Range<usize>),
    Unsatisfiable,
}

impl Asked {
    /// Reads `Range` and `If-Range` ("HTTP Semantics", RFC 9110, section 14). A range that is not understood is ignored.
    pub(super) fn of(headers: &HeaderMap, etag: &str, length: usize) -> Self {
        let is_current = headers.get(IF_RANGE).is_none_or(|value| value == etag);
        let range = headers.get(RANGE).filter(|_| is_current);
        let range = range.and_then(|value| value.to_str().ok()?.strip_prefix("bytes="));
        let Some((first, last)) = range.and_then(|range| range.split_once('-')) else {
            return Self::Whole;
        };
        let Ok(start) = first.parse::<usize>() else {
            return Self::Whole;
        };
        let end = match last.parse::<usize>() {
            Ok(last) => last.saturating_add(1).min(length),
            Err(_) if last.is_empty() => length,
            Err(_) => return Self::Whole,
        };
        if start < end {
            Self::Part(start..end)
        } else {
            Self::Unsatisfiable
        }
    }
}

/// Reads `bytes 0-9/100`: the part of a file that a fragment is, and the length of the file.
pub(super) fn of_fragment(value: &str) -> Option<(Range<usize>, usize)> {
    let (range, total) = value.strip_prefix("bytes ")?.split_once('/')?;
    let (first, last) = range.split_once('-')?;
    let range = first.parse().ok()?..last.parse::<usize>().ok()?.checked_add(1)?;
    let total = total.parse().ok()?;
    (range.start < range.end && range.end <= total).then_some((range, total))
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    #[test]
    fn a_range_is_cut_at_the_end_and_needs_the_entity_tag() {
        let asked = |range, condition: Option<&'static str>| {
            let mut headers = HeaderMap::new();
            headers.insert(RANGE, HeaderValue::from_static(range));
            if let Some(condition) = condition {
                headers.insert(IF_RANGE, HeaderValue::from_static(condition));
            }
            Asked::of(&headers, "\"1\"", 10)
        };
        assert_eq!(asked("bytes=2-4", None), Asked::Part(2..5));
        assert_eq!(asked("bytes=2-", Some("\"1\"")), Asked::Part(2..10));
        assert_eq!(asked("bytes=2-99", None), Asked::Part(2..10));
        assert_eq!(asked("bytes=2-", Some("\"0\"")), Asked::Whole);
        assert_eq!(asked("bytes=10-", None), Asked::Unsatisfiable);
        assert_eq!(asked("bytes=-3", None), Asked::Whole);
    }

    #[test]
    fn a_fragment_is_a_part_of_the_file() {
        assert_eq!(of_fragment("bytes 0-9/10"), Some((0..10, 10)));
        for invalid in ["bytes 0-10/10", "bytes 5-4/10", "bytes 0-9/*", "0-9/10"] {
            assert_eq!(of_fragment(invalid), None, "{invalid}");
        }
    }
}
