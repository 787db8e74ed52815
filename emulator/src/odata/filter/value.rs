//! The order of values ("OData Protocol", Built-in Query Functions and Operators).

use std::cmp::Ordering;

use graph_resource::EdmType;
use serde_json::Value;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// Compares two values of a type. There is no order if one is `null`, or is no value of the type.
pub(super) fn compare(edm_type: EdmType, one: &Value, other: &Value) -> Option<Ordering> {
    match edm_type {
        EdmType::Boolean => Some(one.as_bool()?.cmp(&other.as_bool()?)),
        EdmType::Byte | EdmType::SByte | EdmType::Int16 | EdmType::Int32 | EdmType::Int64 => {
            Some(integer(one)?.cmp(&integer(other)?))
        }
        EdmType::Single | EdmType::Double | EdmType::Decimal => {
            number(one)?.partial_cmp(&number(other)?)
        }
        EdmType::DateTimeOffset => Some(instant(one)?.cmp(&instant(other)?)),
        EdmType::TimeOfDay => Some(time_of_day(one)?.cmp(&time_of_day(other)?)),
        EdmType::Duration => Some(duration(one)?.cmp(&duration(other)?)),
        EdmType::Nullable(value) => compare(*value, one, other),
        EdmType::Untyped if one.is_number() && other.is_number() => {
            number(one)?.partial_cmp(&number(other)?)
        }
        EdmType::Untyped if one.is_boolean() && other.is_boolean() => {
            Some(one.as_bool()?.cmp(&other.as_bool()?))
        }
        _ => Some(folded(one.as_str()?).cmp(&folded(other.as_str()?))),
    }
}

/// Returns text in the form in which directories compare it: without letter case.
pub(super) fn folded(text: &str) -> String {
    text.to_lowercase()
}

/// Returns an integer, which may be stored as text if it has 64 bits.
fn integer(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| value.as_str()?.parse().ok())
}

fn number(value: &Value) -> Option<f64> {
    match value.as_str() {
        None => value.as_f64(),
        Some("INF") => Some(f64::INFINITY),
        Some("-INF") => Some(f64::NEG_INFINITY),
        Some(text) => text.parse().ok(),
    }
}

fn instant(value: &Value) -> Option<OffsetDateTime> {
    OffsetDateTime::parse(value.as_str()?, &Rfc3339).ok()
}

/// Returns the nanoseconds since midnight.
fn time_of_day(value: &Value) -> Option<i128> {
    let mut fields = value.as_str()?.split(':');
    let (hours, minutes) = (fields.next()?, fields.next()?);
    let seconds = nanoseconds(fields.next().unwrap_or("0"))?;
    let whole = hours.parse::<i128>().ok()? * 60 + minutes.parse::<i128>().ok()?;
    Some(whole * 60 * SECOND + seconds)
}

const SECOND: i128 = 1_000_000_000;

/// Returns the nanoseconds of `P12DT23H59M59.99S`.
fn duration(value: &Value) -> Option<i128> {
    let text = value.as_str()?;
    let (sign, text) = match text.strip_prefix('-') {
        Some(text) => (-1, text),
        None => (1, text),
    };
    let mut amount = String::new();
    let mut total = 0_i128;
    for character in text.strip_prefix('P')?.chars() {
        let unit = match character {
            '0'..='9' | '.' => {
                amount.push(character);
                continue;
            }
            'T' => continue,
            'D' => 86_400,
            'H' => 3_600,
            'M' => 60,
            'S' => 1,
            _ => return None,
        };
        total = total.checked_add(nanoseconds(&amount)?.checked_mul(unit)?)?;
        amount.clear();
    }
    amount.is_empty().then_some(sign * total)
}

/// Returns the nanoseconds of a number of seconds with decimals.
fn nanoseconds(seconds: &str) -> Option<i128> {
    let (whole, fraction) = seconds.split_once('.').unwrap_or((seconds, ""));
    let fraction: String = fraction
        .chars()
        .chain("000000000".chars())
        .take(9)
        .collect();
    let whole: i128 = whole.parse().ok()?;
    whole
        .checked_mul(SECOND)?
        .checked_add(fraction.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn values_are_compared_by_what_they_mean() {
        use EdmType::{Boolean, DateTimeOffset, Double, Duration, Guid, Int64, String, TimeOfDay};
        for (edm_type, one, other, expected) in [
            (String, json!("a"), json!("B"), Some(Ordering::Less)),
            (String, json!("A"), json!("a"), Some(Ordering::Equal)),
            (String, json!(null), json!("a"), None),
            (Boolean, json!(false), json!(true), Some(Ordering::Less)),
            (
                Int64,
                json!("9007199254740993"),
                json!(9_007_199_254_740_992_i64),
                Some(Ordering::Greater),
            ),
            (Double, json!("INF"), json!(1e300), Some(Ordering::Greater)),
            (Double, json!(1), json!(1.0), Some(Ordering::Equal)),
            (Guid, json!("AB"), json!("ab"), Some(Ordering::Equal)),
            (
                DateTimeOffset,
                json!("2026-01-01T01:00:00.1+01:00"),
                json!("2026-01-01T00:00:00.1000000Z"),
                Some(Ordering::Equal),
            ),
            (
                TimeOfDay,
                json!("07:59"),
                json!("07:59:00.0"),
                Some(Ordering::Equal),
            ),
            (
                Duration,
                json!("PT90M"),
                json!("PT1H30M"),
                Some(Ordering::Equal),
            ),
            (Duration, json!("-P1D"), json!("PT0S"), Some(Ordering::Less)),
            (
                Duration,
                json!("PT0.5S"),
                json!("PT0.25S"),
                Some(Ordering::Greater),
            ),
            (Duration, json!("P1X"), json!("PT0S"), None),
        ] {
            assert_eq!(compare(edm_type, &one, &other), expected, "{one} {other}");
        }
    }
}
