//! The values of primitive types, in JSON and in URLs.

use base64::Engine;
use base64::alphabet;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};
use graph_resource::EdmType;
use serde_json::{Number, Value};
use uuid::Uuid;

use super::temporal;

const ANY_PADDING: GeneralPurposeConfig =
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
const STANDARD: GeneralPurpose = GeneralPurpose::new(&alphabet::STANDARD, ANY_PADDING);
const URL_SAFE: GeneralPurpose = GeneralPurpose::new(&alphabet::URL_SAFE, ANY_PADDING);

/// Returns whether a JSON value is one of a primitive type ("OData JSON Format", Primitive Value). No such value is an object or array.
pub(crate) fn accepts(edm_type: EdmType, value: &Value) -> bool {
    match value {
        Value::Bool(_) => matches!(edm_type, EdmType::Boolean | EdmType::Untyped),
        Value::Number(number) => accepts_number(edm_type, number),
        Value::String(text) => accepts_text(edm_type, text),
        _ => false,
    }
}

/// Parses the text of a literal in a URL, without quotes, or returns `None` if it is not a value of the type.
pub(crate) fn parse(edm_type: EdmType, text: &str) -> Option<Value> {
    let value = match edm_type {
        EdmType::Boolean => Value::Bool(text.parse().ok()?),
        EdmType::Byte | EdmType::SByte | EdmType::Int16 | EdmType::Int32 | EdmType::Int64 => {
            text.parse::<i64>().ok()?.into()
        }
        EdmType::Single | EdmType::Double | EdmType::Decimal => {
            text.parse().map_or_else(|_| text.into(), Value::Number)
        }
        _ => text.into(),
    };
    accepts(edm_type, &value).then_some(value)
}

fn accepts_number(edm_type: EdmType, number: &Number) -> bool {
    match edm_type {
        EdmType::Byte => is_integer::<u8>(number),
        EdmType::SByte => is_integer::<i8>(number),
        EdmType::Int16 => is_integer::<i16>(number),
        EdmType::Int32 => is_integer::<i32>(number),
        EdmType::Int64 => is_integer::<i64>(number),
        EdmType::Single => number.as_f64().is_some_and(is_single),
        EdmType::Double | EdmType::Decimal | EdmType::Untyped => true,
        _ => false,
    }
}

fn is_integer<T: TryFrom<i64>>(number: &Number) -> bool {
    number
        .as_i64()
        .is_some_and(|number| T::try_from(number).is_ok())
}

/// Returns whether a number is in the range of `Edm.Single`.
#[allow(
    clippy::cast_possible_truncation,
    reason = "the precision of the type is lower"
)]
fn is_single(number: f64) -> bool {
    (number as f32).is_finite()
}

fn accepts_text(edm_type: EdmType, text: &str) -> bool {
    match edm_type {
        // The members of an enumeration evolve, so that all names are valid.
        EdmType::String | EdmType::Enum(_) | EdmType::Untyped => true,
        EdmType::Int64 => text.parse::<i64>().is_ok(),
        EdmType::Decimal => text.parse::<Number>().is_ok(),
        EdmType::Single | EdmType::Double => matches!(text, "INF" | "-INF" | "NaN"),
        EdmType::Guid => is_guid(text),
        EdmType::Binary => is_base64(text),
        EdmType::Date => temporal::is_date(text),
        EdmType::TimeOfDay => temporal::is_time_of_day(text),
        EdmType::DateTimeOffset => temporal::is_date_time_offset(text),
        EdmType::Duration => temporal::is_duration(text),
        _ => false,
    }
}

/// Returns whether the text is a GUID with hyphens and without braces.
fn is_guid(text: &str) -> bool {
    text.len() == uuid::fmt::Hyphenated::LENGTH && Uuid::try_parse(text).is_ok()
}

/// Returns whether the text is base64 in either alphabet, padded or not.
fn is_base64(text: &str) -> bool {
    STANDARD.decode(text).is_ok() || URL_SAFE.decode(text).is_ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn assert_accepts(edm_type: EdmType, valid: &[Value], invalid: &[Value]) {
        for value in valid {
            assert!(accepts(edm_type, value), "{edm_type}: {value}");
        }
        for value in invalid {
            assert!(!accepts(edm_type, value), "{edm_type}: {value}");
        }
    }

    #[test]
    fn a_string_or_a_boolean_is_nothing_else() {
        assert_accepts(
            EdmType::String,
            &[json!(""), json!("5")],
            &[json!(5), json!(true), json!(null), json!([]), json!({})],
        );
        assert_accepts(
            EdmType::Boolean,
            &[json!(true), json!(false)],
            &[json!("true"), json!(1), json!(null)],
        );
    }

    #[test]
    fn an_integer_is_in_the_range_of_its_type() {
        for (edm_type, min, max) in [
            (EdmType::Byte, 0, 255),
            (EdmType::SByte, -128, 127),
            (EdmType::Int16, -32_768, 32_767),
            (EdmType::Int32, -2_147_483_648, 2_147_483_647),
        ] {
            assert_accepts(
                edm_type,
                &[json!(min), json!(max)],
                &[
                    json!(min - 1_i64),
                    json!(max + 1_i64),
                    json!(1.5),
                    json!("1"),
                ],
            );
        }
        assert_accepts(
            EdmType::Int64,
            &[
                json!(i64::MIN),
                json!(i64::MAX),
                json!("-9223372036854775808"),
            ],
            &[
                json!(u64::MAX),
                json!("9223372036854775808"),
                json!(""),
                json!("1.5"),
            ],
        );
    }

    #[test]
    fn a_decimal_may_be_a_string_and_a_float_may_be_infinite() {
        assert_accepts(
            EdmType::Decimal,
            &[json!(1), json!(1.5), json!("-12.5"), json!("1e3")],
            &[json!("INF"), json!("1,5"), json!(""), json!(true)],
        );
        for edm_type in [EdmType::Single, EdmType::Double] {
            assert_accepts(
                edm_type,
                &[
                    json!(7),
                    json!(f32::MAX),
                    json!("INF"),
                    json!("-INF"),
                    json!("NaN"),
                ],
                &[json!("1.5"), json!("inf"), json!(true)],
            );
        }
        assert_accepts(EdmType::Double, &[json!(1e300)], &[]);
        assert_accepts(EdmType::Single, &[], &[json!(1e300)]);
    }

    #[test]
    fn a_guid_has_either_letter_case_and_binary_either_alphabet() {
        assert_accepts(
            EdmType::Guid,
            &[
                json!("9a3b9e7c-0d5e-4a52-b7de-0d2fd1c8b3c5"),
                json!("9A3B9E7C-0D5E-4A52-B7DE-0D2FD1C8B3C5"),
            ],
            &[
                json!(""),
                json!("9a3b9e7c0d5e4a52b7de0d2fd1c8b3c5"),
                json!("{9a3b9e7c-0d5e-4a52-b7de-0d2fd1c8b3c5}"),
                json!("9a3b9e7c-0d5e-4a52-b7de-0d2fd1c8b3cx"),
                json!(7),
            ],
        );
        assert_accepts(
            EdmType::Binary,
            &[json!(""), json!("/+8="), json!("_-8"), json!("_-8=")],
            &[json!("/-8="), json!("a"), json!("not base64"), json!(1)],
        );
    }

    #[test]
    fn a_literal_becomes_a_value_of_its_type() {
        let guid = "9A3B9E7C-0D5E-4A52-B7DE-0D2FD1C8B3C5";
        for (edm_type, text, value) in [
            (EdmType::String, "7", Some(json!("7"))),
            (EdmType::Int32, "7", Some(json!(7))),
            (EdmType::Int64, "-7", Some(json!(-7))),
            (EdmType::Boolean, "true", Some(json!(true))),
            (EdmType::Double, "1.5", Some(json!(1.5))),
            (EdmType::Double, "INF", Some(json!("INF"))),
            (EdmType::Guid, guid, Some(json!(guid))),
            (EdmType::Date, "2012-12-03", Some(json!("2012-12-03"))),
            (EdmType::Int32, "2147483648", None),
            (EdmType::Int32, " 7", None),
            (EdmType::Boolean, "1", None),
            (EdmType::Double, "x", None),
            (EdmType::Guid, "7", None),
        ] {
            assert_eq!(parse(edm_type, text), value, "{edm_type} {text}");
        }
    }
}
