use std::borrow::Cow;
use std::time::{Duration, SystemTime};

/// The value of the `Retry-After` header in a [`Fault`](crate::Fault).
///
/// ```
/// use std::time::Duration;
///
/// use graph_resource_emulator::{Fault, RetryAfter};
///
/// let whole_seconds = Fault::status(429).retry_after("120");
/// let fraction = Fault::status(429).retry_after(Duration::from_millis(2128)); // 2.128
/// let list = Fault::status(429).retry_after("120, 30");
/// let invalid = Fault::status(429).retry_after("soon");
/// let date = Fault::status(429).retry_after(RetryAfter::Date(Duration::from_secs(2)));
/// let end_of_the_window = Fault::status(429).retry_after(RetryAfter::Window);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum RetryAfter {
    /// A text that is sent as it is, even if it is not valid.
    Text(Cow<'static, str>),
    /// A number of seconds, with three decimals unless it is whole.
    Seconds(Duration),
    /// An HTTP date, later than the `Date` of the response by this number of whole seconds.
    ///
    /// The header is missing if the result is after the year 9999.
    Date(Duration),
    /// The seconds until the window of [`When::over`](crate::When::over) ends, with three decimals unless they are whole.
    ///
    /// With another condition, the header is missing.
    Window,
}

impl RetryAfter {
    /// Returns the value of the header in a response of this `date`.
    pub(super) fn header_value(
        &self,
        date: Option<SystemTime>,
        window_remaining: Option<Duration>,
    ) -> Option<String> {
        match self {
            Self::Text(text) => Some(text.clone().into_owned()),
            Self::Seconds(wait) => Some(format_seconds(*wait)),
            Self::Date(wait) => format_date(date?, Duration::from_secs(wait.as_secs())),
            Self::Window => window_remaining.map(format_seconds),
        }
    }
}

/// Formats the date that is later than `date` by `wait`, if it has a year of four digits.
fn format_date(date: SystemTime, wait: Duration) -> Option<String> {
    const YEAR_10000: u64 = 253_402_300_800;
    let later = date.checked_add(wait)?;
    let since_epoch = later.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    (since_epoch.as_secs() < YEAR_10000).then(|| httpdate::fmt_http_date(later))
}

/// Formats seconds, rounded up to milliseconds, so that a client that waits for this time has waited long enough.
fn format_seconds(wait: Duration) -> String {
    let milliseconds = wait.as_nanos().div_ceil(1_000_000);
    match (milliseconds / 1000, milliseconds % 1000) {
        (whole, 0) => whole.to_string(),
        (whole, rest) => format!("{whole}.{rest:03}"),
    }
}

impl From<&'static str> for RetryAfter {
    fn from(text: &'static str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for RetryAfter {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl From<Duration> for RetryAfter {
    fn from(wait: Duration) -> Self {
        Self::Seconds(wait)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_are_rounded_up_to_milliseconds() {
        for (wait, text) in [
            (Duration::ZERO, "0"),
            (Duration::from_secs(120), "120"),
            (Duration::from_millis(2128), "2.128"),
            (Duration::from_millis(50), "0.050"),
            (Duration::from_nanos(1), "0.001"),
            (Duration::from_nanos(999_000_001), "1"),
        ] {
            assert_eq!(format_seconds(wait), text);
        }
    }

    #[test]
    fn a_date_that_cannot_be_formatted_is_left_out() {
        let now = Some(SystemTime::UNIX_EPOCH);
        let value =
            |seconds| RetryAfter::Date(Duration::from_secs(seconds)).header_value(now, None);
        assert_eq!(value(7).as_deref(), Some("Thu, 01 Jan 1970 00:00:07 GMT"));
        assert_eq!(value(1 << 40), None);
        assert_eq!(value(u64::MAX), None);
    }
}
