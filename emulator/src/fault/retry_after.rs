use std::borrow::Cow;
use std::time::{Duration, SystemTime};

/// How a [`Fault`](crate::Fault) says how long to wait.
///
/// ```
/// use std::time::Duration;
///
/// use graph_resource_emulator::{Fault, RetryAfter};
///
/// for forms in [
///     Fault::status(429).retry_after("120"),
///     Fault::status(429).retry_after("120, 30"),
///     Fault::status(429).retry_after("-1"),
///     Fault::status(429).retry_after("soon"),
///     Fault::status(429).retry_after(Duration::from_millis(2128)), // 2.128
///     Fault::status(429).retry_after(RetryAfter::Date(Duration::from_secs(2))),
///     Fault::status(429).retry_after(RetryAfter::Window),
/// ] {
///     println!("{forms:?}");
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum RetryAfter {
    /// What stands in the header, whether it is a number or not.
    Text(Cow<'static, str>),
    /// Seconds, with a fraction of three digits where they are not whole.
    Seconds(Duration),
    /// An HTTP-date that is so much later than the `Date` of the answer, in whole seconds.
    Date(Duration),
    /// What is left of the time of [`When::over`](crate::When::over), in seconds with a fraction. With another condition there is no
    /// header.
    Window,
}

impl RetryAfter {
    /// The value of the header in an answer of this `date`.
    pub(super) fn value(&self, date: SystemTime, left: Option<Duration>) -> Option<String> {
        match self {
            Self::Text(text) => Some(text.clone().into_owned()),
            Self::Seconds(wait) => Some(seconds(*wait)),
            Self::Date(wait) => {
                let whole = Duration::from_secs(wait.as_secs());
                date.checked_add(whole).map(httpdate::fmt_http_date)
            }
            Self::Window => left.map(seconds),
        }
    }
}

/// Rounded up to milliseconds: whoever waits so long has waited long enough.
fn seconds(wait: Duration) -> String {
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
    fn seconds_are_whole_or_have_three_digits_and_are_never_less() {
        for (wait, text) in [
            (Duration::ZERO, "0"),
            (Duration::from_secs(120), "120"),
            (Duration::from_millis(2128), "2.128"),
            (Duration::from_millis(50), "0.050"),
            (Duration::from_nanos(1), "0.001"),
            (Duration::from_nanos(999_000_001), "1"),
        ] {
            assert_eq!(seconds(wait), text);
        }
    }
}
