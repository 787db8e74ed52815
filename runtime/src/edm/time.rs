use std::fmt;

use serde_core::{Deserializer, Serializer, ser};
use time::format_description::well_known::{Iso8601, Rfc3339};
use time::{Date, Duration, OffsetDateTime, Time};

use super::schema::EdmType;
use super::text::{self, Quoted};
use super::value::{Form, PropertyValue};

/// `Edm.DateTimeOffset`: `2023-11-03T07:03:44.97Z`, with no to nine digits of a second, `Z` or an offset.
impl PropertyValue for OffsetDateTime {
    const EDM_TYPE: EdmType = EdmType::DateTimeOffset;

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        text::visit(
            deserializer,
            "a DateTimeOffset such as `2023-11-03T07:03:44.97Z`",
            |text| {
                Self::parse(text, &Rfc3339).map_err(|error| format!("{}: {error}", Quoted(text)))
            },
        )
    }

    fn write<S: Serializer>(&self, serializer: S, _: Form<'_>) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.format(&Rfc3339).map_err(ser::Error::custom)?)
    }
}

/// `Edm.Date`: `2012-12-03`.
impl PropertyValue for Date {
    const EDM_TYPE: EdmType = EdmType::Date;

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        text::visit(deserializer, "a Date such as `2012-12-03`", |text| {
            // The parser also accepts a point in time, and drops the time.
            if text.contains(['T', 't']) {
                return Err(format!("{}: there is a time beside the date", Quoted(text)));
            }
            Self::parse(text, &Iso8601::DATE).map_err(|error| format!("{}: {error}", Quoted(text)))
        })
    }

    fn write<S: Serializer>(&self, serializer: S, _: Form<'_>) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// `Edm.TimeOfDay`: `07:59:59.999`, without the fraction if that is zero.
impl PropertyValue for Time {
    const EDM_TYPE: EdmType = EdmType::TimeOfDay;

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        text::visit(deserializer, "a TimeOfDay such as `07:59:59.999`", |text| {
            Self::parse(text, &Iso8601::TIME).map_err(|error| format!("{}: {error}", Quoted(text)))
        })
    }

    fn write<S: Serializer>(&self, serializer: S, _: Form<'_>) -> Result<S::Ok, S::Error> {
        let (hour, minute, second, nanosecond) = self.as_hms_nano();
        serializer.collect_str(&format_args!(
            "{hour:02}:{minute:02}:{second:02}{}",
            Fraction(nanosecond)
        ))
    }
}

/// `Edm.Duration`: `P12DT23H59M59.99S`, in days and smaller units, with a sign. Weeks can be read as well; years and months cannot, because
/// their length varies.
impl PropertyValue for Duration {
    const EDM_TYPE: EdmType = EdmType::Duration;

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        text::visit(
            deserializer,
            "a Duration such as `P12DT23H59M59.99S`",
            |text| parse_duration(text).ok_or_else(|| Quoted(text).to_string()),
        )
    }

    fn write<S: Serializer>(&self, serializer: S, _: Form<'_>) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&Iso(*self))
    }
}

/// The decimal point and the digits of a fraction of a second, or nothing if it is zero.
struct Fraction(u32);

impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 == 0 {
            return Ok(());
        }
        let digits = format!("{:09}", self.0);
        write!(f, ".{}", digits.trim_end_matches('0'))
    }
}

struct Iso(Duration);

impl fmt::Display for Iso {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0.is_negative() { "-" } else { "" };
        let duration = self.0.unsigned_abs();
        let seconds = duration.as_secs();
        let (days, hours, minutes) = (seconds / 86_400, seconds / 3_600 % 24, seconds / 60 % 60);
        let (seconds, fraction) = (seconds % 60, duration.subsec_nanos());
        write!(f, "{sign}P")?;
        if days > 0 {
            write!(f, "{days}D")?;
        }
        if days > 0 && (hours, minutes, seconds, fraction) == (0, 0, 0, 0) {
            return Ok(());
        }
        f.write_str("T")?;
        if hours > 0 {
            write!(f, "{hours}H")?;
        }
        if minutes > 0 {
            write!(f, "{minutes}M")?;
        }
        if (seconds, fraction) != (0, 0) || (days, hours, minutes) == (0, 0, 0) {
            write!(f, "{seconds}{}S", Fraction(fraction))?;
        }
        Ok(())
    }
}

fn parse_duration(text: &str) -> Option<Duration> {
    let (sign, text) = match text.strip_prefix('-') {
        Some(text) => (-1, text),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let (date, time) = match text.strip_prefix('P')?.split_once('T') {
        Some((_, "")) => return None,
        Some((date, time)) => (date, time),
        None => (text.strip_prefix('P')?, ""),
    };
    if date.is_empty() && time.is_empty() {
        return None;
    }
    let date = sum(date, &[('W', 604_800), ('D', 86_400)])?;
    let time = sum(time, &[('H', 3_600), ('M', 60), ('S', 1)])?;
    date.checked_add(time)?.checked_mul(sign)
}

/// Returns the sum of a text such as `3W2D`, whose units come in the order of `units`, each at most once. Only seconds have a fraction.
fn sum(mut text: &str, units: &[(char, i64)]) -> Option<Duration> {
    let mut sum = Duration::ZERO;
    for (unit, seconds) in units {
        let Some((number, rest)) = text.split_once(*unit) else {
            continue;
        };
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        if *seconds != 1 && number.contains('.') {
            return None;
        }
        let whole = digits(whole)?.checked_mul(*seconds)?;
        sum = sum.checked_add(Duration::new(whole, nanoseconds(fraction)?))?;
        text = rest;
    }
    text.is_empty().then_some(sum)
}

fn digits(text: &str) -> Option<i64> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

/// Returns the nanoseconds of a fraction. Digits after the ninth are dropped.
fn nanoseconds(fraction: &str) -> Option<i32> {
    if fraction.is_empty() {
        return Some(0);
    }
    digits(fraction)?;
    let padded: String = fraction
        .chars()
        .chain(std::iter::repeat('0'))
        .take(9)
        .collect();
    padded.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_is_read_and_written_in_its_shortest_form() {
        for (text, written) in [
            ("P12DT23H59M59.99S", "P12DT23H59M59.99S"),
            ("-PT17.1357909S", "-PT17.1357909S"),
            ("PT0S", "PT0S"),
            ("P0D", "PT0S"),
            ("P1W", "P7D"),
            ("PT90M", "PT1H30M"),
            ("+PT1S", "PT1S"),
            ("P3D", "P3D"),
            ("PT8H", "PT8H"),
        ] {
            let duration = parse_duration(text);
            assert_eq!(
                duration
                    .map(|duration| Iso(duration).to_string())
                    .as_deref(),
                Some(written),
                "{text}"
            );
        }
    }

    #[test]
    fn a_text_that_is_not_a_duration_of_days_is_rejected() {
        for text in [
            "",
            "P",
            "PT",
            "P1Y",
            "P1M",
            "PT1",
            "P1H",
            "1D",
            "PT1.S5",
            "PT1.5H",
            "PT-1S",
            "P1DT",
            "PT1S1M",
            "--PT1S",
            "P99999999999999999999D",
            "PT9223372036854775807H",
        ] {
            assert_eq!(parse_duration(text), None, "{text}");
        }
    }
}
