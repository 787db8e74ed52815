use std::time::{Duration, SystemTime};

use http::HeaderMap;
use http::header::{DATE, RETRY_AFTER};

/// The longest wait, more than a hundred years: it can be added to any clock without overflow.
const MAX_WAIT: Duration = Duration::from_secs(u32::MAX as u64);

/// Parses `Retry-After` (RFC 9110, section 10.2.3). Graph also sends fractions of a second, and some proxies send a list.
pub(super) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let value = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    seconds(value)
        .or_else(|| until(value, headers))
        .or_else(|| seconds(value.split(',').next()?.trim()))
}

/// Parses decimal digits with an optional fraction; a negative number is a wait of zero. It does not go through `f64`, which accepts other
/// forms and whose rounding could shorten the wait.
fn seconds(text: &str) -> Option<Duration> {
    let number = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    if number.is_empty() || number == "." || !is_number(whole) || !is_number(fraction) {
        return None;
    }
    if text.starts_with('-') {
        return Some(Duration::ZERO);
    }
    let wait = Duration::from_secs(decimal(whole)).saturating_add(fraction_of_a_second(fraction));
    Some(wait.min(MAX_WAIT))
}

/// Parses the digits after the point, rounded up to a whole nanosecond.
fn fraction_of_a_second(fraction: &str) -> Duration {
    let (digits, rest) = fraction.split_at(fraction.len().min(9));
    let is_more = rest.bytes().any(|digit| digit != b'0');
    Duration::from_nanos(decimal(&format!("{digits:0<9}")) + u64::from(is_more))
}

fn decimal(digits: &str) -> u64 {
    digits.bytes().fold(0, |number: u64, digit| {
        let digit = u64::from(digit - b'0');
        number.saturating_mul(10).saturating_add(digit)
    })
}

/// Returns the time until a date, by the service's clock if the answer has a `Date`.
fn until(date: &str, headers: &HeaderMap) -> Option<Duration> {
    let date = httpdate::parse_http_date(date).ok()?;
    let now = headers
        .get(DATE)
        .and_then(|now| httpdate::parse_http_date(now.to_str().ok()?).ok())
        .unwrap_or_else(SystemTime::now);
    Some(date.duration_since(now).unwrap_or_default())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use super::*;

    const NOW: &str = "Sun, 06 Nov 1994 08:49:37 GMT";

    fn parse(value: &str, date: Option<&str>) -> Option<Duration> {
        let mut headers = HeaderMap::new();
        headers.insert(RETRY_AFTER, value.parse().unwrap());
        if let Some(date) = date {
            headers.insert(DATE, date.parse().unwrap());
        }
        retry_after(&headers)
    }

    #[test]
    fn seconds_are_whole_or_fractional() {
        for (value, milliseconds) in [
            ("0", 0),
            ("2.128", 2128),
            ("120", 120_000),
            (" 7 ", 7000),
            (".5", 500),
            ("5.", 5000),
            ("1000000000", 1_000_000_000_000),
        ] {
            assert_eq!(
                parse(value, None),
                Some(Duration::from_millis(milliseconds)),
                "{value}"
            );
        }
    }

    #[test]
    fn the_wait_is_never_shorter_than_the_number() {
        for (value, seconds, nanoseconds) in [
            ("0.4429499991", 0, 442_950_000),
            ("0.0000000001", 0, 1),
            ("0.9999999999", 1, 0),
            ("2.1280000000", 2, 128_000_000),
            ("4000000000.123456789", 4_000_000_000, 123_456_789),
        ] {
            let expected = Duration::new(seconds, nanoseconds);
            assert_eq!(parse(value, None), Some(expected), "{value}");
        }
    }

    #[test]
    fn a_negative_number_is_a_wait_of_zero() {
        assert_eq!(parse("-1", None), Some(Duration::ZERO));
        assert_eq!(parse("-0.5", None), Some(Duration::ZERO));
    }

    #[test]
    fn the_first_item_of_a_list_counts() {
        assert_eq!(parse("5,7", None), Some(Duration::from_secs(5)));
        assert_eq!(parse("5, 5", None), Some(Duration::from_secs(5)));
    }

    #[test]
    fn a_date_is_compared_to_the_clock_of_the_service() {
        for date in [
            "Sun, 06 Nov 1994 08:50:37 GMT",
            "Sunday, 06-Nov-94 08:50:37 GMT",
            "Sun Nov  6 08:50:37 1994",
        ] {
            assert_eq!(
                parse(date, Some(NOW)),
                Some(Duration::from_secs(60)),
                "{date}"
            );
        }
    }

    #[test]
    fn a_date_in_the_past_is_a_wait_of_zero() {
        assert_eq!(parse(NOW, None), Some(Duration::ZERO));
        assert_eq!(
            parse(NOW, Some("Mon, 07 Nov 1994 08:49:37 GMT")),
            Some(Duration::ZERO)
        );
    }

    #[test]
    fn without_a_date_header_a_date_is_compared_to_the_local_clock() {
        let date = httpdate::fmt_http_date(SystemTime::now() + Duration::from_secs(3600));
        for clock in [None, Some("noon")] {
            let wait = parse(&date, clock).unwrap();
            assert!((3500..=3600).contains(&wait.as_secs()), "{wait:?}");
        }
    }

    #[test]
    fn invalid_values_are_ignored() {
        for value in [
            "", "abc", "1e3", "inf", "NaN", "1.2.3", ".", "-", "-.", "1.-2", "soon, 5", "0x10",
            "5 s",
        ] {
            assert_eq!(parse(value, None), None, "{value}");
        }
        assert_eq!(retry_after(&HeaderMap::new()), None);
    }

    #[test]
    fn a_huge_number_is_limited_to_what_a_clock_can_represent() {
        for value in ["99999999999999999999999", &"9".repeat(400)] {
            let wait = parse(value, None).unwrap();
            assert!(SystemTime::now().checked_add(wait).is_some());
            assert_eq!(wait.as_secs(), u64::from(u32::MAX));
        }
    }
}
