use std::time::{Duration, SystemTime};

use http::HeaderMap;
use http::header::{DATE, RETRY_AFTER};

/// More than a hundred years: longer than anyone waits, and little enough to be added to any clock.
const MAX_SECONDS: f64 = u32::MAX as f64;

/// How long the service asks to wait (RFC 9110, section 10.2.3). Graph sends fractions of a second, too, and some proxies a list.
pub(super) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let value = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    seconds(value)
        .or_else(|| until(value, headers))
        .or_else(|| seconds(value.split(',').next()?.trim()))
}

/// Decimal digits with or without a fraction; a negative number is no wait. Other forms of a Rust `f64` are not taken.
fn seconds(text: &str) -> Option<Duration> {
    let is_negative = text.starts_with('-');
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if !digits
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.')
    {
        return None;
    }
    let seconds: f64 = digits.parse().ok()?;
    if is_negative {
        return Some(Duration::ZERO);
    }
    Some(Duration::from_secs_f64(seconds.min(MAX_SECONDS)))
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
            "", "abc", "1e3", "inf", "NaN", "1.2.3", ".", "-", "soon, 5", "0x10", "5 s",
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
