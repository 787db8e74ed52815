//! Numbers in JSON, some of which OData writes as strings.

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use serde_core::de::{self, Unexpected, Visitor};
use serde_core::{Deserializer, Serializer};

/// Reads an integer: a JSON number, or a string of digits, which is how a service with `IEEE754Compatible=true` writes 64 bits ("OData JSON
/// Format", Primitive Value).
pub(super) fn integer<'de, T, D>(deserializer: D, expected: &'static str) -> Result<T, D::Error>
where
    T: TryFrom<i64> + TryFrom<u64> + FromStr,
    D: Deserializer<'de>,
{
    deserializer.deserialize_any(Integer(expected, PhantomData))
}

struct Integer<T>(&'static str, PhantomData<T>);

impl<T: TryFrom<i64> + TryFrom<u64> + FromStr> Visitor<'_> for Integer<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<T, E> {
        T::try_from(number).map_err(|_| E::invalid_value(Unexpected::Signed(number), &self))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<T, E> {
        T::try_from(number).map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        text.parse()
            .map_err(|_| E::invalid_value(Unexpected::Str(text), &self))
    }
}

/// A floating-point type.
pub(super) trait Float: FromStr + Into<f64> + Copy {
    fn from_f64(number: f64) -> Self;
    fn from_i64(number: i64) -> Self;
    fn from_u64(number: u64) -> Self;
    fn serialize<S: Serializer>(self, serializer: S) -> Result<S::Ok, S::Error>;
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "an Edm.Single is the nearest of its type to any number"
)]
impl Float for f32 {
    fn from_f64(number: f64) -> Self {
        number as Self
    }

    fn from_i64(number: i64) -> Self {
        number as Self
    }

    fn from_u64(number: u64) -> Self {
        number as Self
    }

    fn serialize<S: Serializer>(self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f32(self)
    }
}

#[allow(
    clippy::cast_precision_loss,
    reason = "an Edm.Double is the nearest of its type to any number"
)]
impl Float for f64 {
    fn from_f64(number: f64) -> Self {
        number
    }

    fn from_i64(number: i64) -> Self {
        number as Self
    }

    fn from_u64(number: u64) -> Self {
        number as Self
    }

    fn serialize<S: Serializer>(self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self)
    }
}

/// Reads a floating-point number: JSON has no infinities and no NaN, which OData writes as the strings `INF`, `-INF` and `NaN`.
pub(super) fn read_float<'de, T: Float, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_any(FloatVisitor(PhantomData))
}

/// Writes a floating-point number.
pub(super) fn write_float<T: Float, S: Serializer>(
    number: T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let value: f64 = number.into();
    if value.is_finite() {
        number.serialize(serializer)
    } else if value.is_nan() {
        serializer.serialize_str("NaN")
    } else {
        serializer.serialize_str(if value.is_sign_positive() {
            "INF"
        } else {
            "-INF"
        })
    }
}

struct FloatVisitor<T>(PhantomData<T>);

impl<T: Float> Visitor<'_> for FloatVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, \"INF\", \"-INF\" or \"NaN\"")
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<T, E> {
        let narrowed = T::from_f64(number);
        if narrowed.into().is_finite() || !number.is_finite() {
            Ok(narrowed)
        } else {
            Err(E::invalid_value(Unexpected::Float(number), &self))
        }
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<T, E> {
        Ok(T::from_i64(number))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<T, E> {
        Ok(T::from_u64(number))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        match text {
            "INF" => Ok(T::from_f64(f64::INFINITY)),
            "-INF" => Ok(T::from_f64(f64::NEG_INFINITY)),
            _ => text
                .parse()
                .map_err(|_| E::invalid_value(Unexpected::Str(text), &self)),
        }
    }
}
