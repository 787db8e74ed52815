use std::time::{Duration, SystemTime};

use http::HeaderMap;
use http::header::{DATE, RETRY_AFTER};

/// More than a hundred years: longer than anyone waits, and little enough to be added to any clock.
const LONGEST: Duration = Duration::from_secs(u32::MAX as u64);

/// How long the service asks to wait (RFC 9110, section 10.2.3). Graph sends fractions of a second, too, and some proxies a list.
pub(super) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let value = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    seconds(value)
        .or_else(|| until(value, headers))
        .or_else(|| seconds(value.split(',').next()?.trim()))
}

/// Decimal digits with or without a fraction; a negative number is no wait. Other forms of a Rust `f64` are not taken, and none is made
/// of them, whose rounding would make the wait shorter.
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
    let wait = Duration::from_secs(decimal(whole)).saturating_add(part_of_a_second(fraction));
    Some(wait.min(LONGEST))
}

/// The digits behind the point; what is less than a nanosecond counts as one.
fn part_of_a_second(fraction: &str) -> Duration {
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

/// The clock is that of the service, where its answer shows it.
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

    fn asked(value: &str, date: Option<&str>) -> Option<Duration> {
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
                asked(value, None),
                Some(Duration::from_millis(milliseconds)),
                "{value}"
            );
        }
    }

    #[test]
    fn the_wait_is_never_shorter_than_the_number_says() {
        for (value, seconds, nanoseconds) in [
            ("0.4429499991", 0, 442_950_000),
            ("0.0000000001", 0, 1),
            ("0.9999999999", 1, 0),
            ("2.1280000000", 2, 128_000_000),
            ("4000000000.123456789", 4_000_000_000, 123_456_789),
        ] {
            let expected = Duration::new(seconds, nanoseconds);
            assert_eq!(asked(value, None), Some(expected), "{value}");
        }
    }

    #[test]
    fn a_negative_number_is_no_wait() {
        assert_eq!(asked("-1", None), Some(Duration::ZERO));
        assert_eq!(asked("-0.5", None), Some(Duration::ZERO));
    }

    #[test]
    fn of_a_list_the_first_counts() {
        assert_eq!(asked("5,7", None), Some(Duration::from_secs(5)));
        assert_eq!(asked("5, 5", None), Some(Duration::from_secs(5)));
    }

    #[test]
    fn a_date_is_measured_against_the_clock_of_the_service() {
        for date in [
            "Sun, 06 Nov 1994 08:50:37 GMT",
            "Sunday, 06-Nov-94 08:50:37 GMT",
            "Sun Nov  6 08:50:37 1994",
        ] {
            assert_eq!(
                asked(date, Some(NOW)),
                Some(Duration::from_secs(60)),
                "{date}"
            );
        }
    }

    #[test]
    fn a_date_in_the_past_is_no_wait() {
        assert_eq!(asked(NOW, None), Some(Duration::ZERO));
        assert_eq!(
            asked(NOW, Some("Mon, 07 Nov 1994 08:49:37 GMT")),
            Some(Duration::ZERO)
        );
    }

    #[test]
    fn a_date_without_a_clock_of_the_service_is_measured_against_ours() {
        let date = httpdate::fmt_http_date(SystemTime::now() + Duration::from_secs(3600));
        for clock in [None, Some("noon")] {
            let wait = asked(&date, clock).unwrap();
            assert!((3500..=3600).contains(&wait.as_secs()), "{wait:?}");
        }
    }

    #[test]
    fn junk_is_none() {
        for value in [
            "", "abc", "1e3", "inf", "NaN", "1.2.3", ".", "-", "-.", "1.-2", "soon, 5", "0x10",
            "5 s",
        ] {
            assert_eq!(asked(value, None), None, "{value}");
        }
        assert_eq!(retry_after(&HeaderMap::new()), None);
    }

    #[test]
    fn an_absurd_number_is_a_wait_that_a_clock_can_hold() {
        for value in ["99999999999999999999999", &"9".repeat(400)] {
            let wait = asked(value, None).unwrap();
            assert!(SystemTime::now().checked_add(wait).is_some());
            assert_eq!(wait.as_secs(), u64::from(u32::MAX));
        }
    }
}
