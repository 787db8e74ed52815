use std::fmt;

use serde_core::de::{self, Unexpected, Visitor};
use serde_core::{Deserializer, Serializer};

use super::schema::EdmType;
use super::value::{Form, PropertyValue};

/// Integers: a JSON number, or a string of digits, which is how a service with `IEEE754Compatible=true` writes 64 bits
/// ("OData JSON Format", Primitive Value).
macro_rules! integer {
    ($($type:ident $serialize:ident $edm:ident $expected:literal;)*) => {$(
        impl PropertyValue for $type {
            const EDM_TYPE: EdmType = EdmType::$edm;

            fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Integer;

                impl Visitor<'_> for Integer {
                    type Value = $type;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str($expected)
                    }

                    fn visit_i64<E: de::Error>(self, number: i64) -> Result<$type, E> {
                        $type::try_from(number).map_err(|_| E::invalid_value(Unexpected::Signed(number), &self))
                    }

                    fn visit_u64<E: de::Error>(self, number: u64) -> Result<$type, E> {
                        $type::try_from(number).map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))
                    }

                    fn visit_str<E: de::Error>(self, text: &str) -> Result<$type, E> {
                        text.parse().map_err(|_| E::invalid_value(Unexpected::Str(text), &self))
                    }
                }

                deserializer.deserialize_any(Integer)
            }

            fn write<S: Serializer>(&self, serializer: S, _: Form<'_>) -> Result<S::Ok, S::Error> {
                serializer.$serialize(*self)
            }
        }
    )*};
}

integer! {
    u8 serialize_u8 Byte "an integer from 0 to 255";
    i8 serialize_i8 SByte "an integer of 8 bits";
    i16 serialize_i16 Int16 "an integer of 16 bits";
    i32 serialize_i32 Int32 "an integer of 32 bits";
    i64 serialize_i64 Int64 "an integer of 64 bits";
}

/// Floating-point numbers: JSON has no infinities and no NaN, OData writes them as the strings `INF`, `-INF` and `NaN`.
macro_rules! float {
    ($($type:ident $serialize:ident $edm:ident;)*) => {$(
        impl PropertyValue for $type {
            const EDM_TYPE: EdmType = EdmType::$edm;

            fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Float;

                impl Visitor<'_> for Float {
                    type Value = $type;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str("a number, \"INF\", \"-INF\" or \"NaN\"")
                    }

                    #[allow(clippy::cast_possible_truncation, reason = "the property is an Edm.Single")]
                    fn visit_f64<E: de::Error>(self, number: f64) -> Result<$type, E> {
                        let narrowed = number as $type;
                        if narrowed.is_finite() || !number.is_finite() {
                            Ok(narrowed)
                        } else {
                            Err(E::invalid_value(Unexpected::Float(number), &self))
                        }
                    }

                    #[allow(clippy::cast_precision_loss, reason = "a double can be written as a whole number")]
                    fn visit_i64<E: de::Error>(self, number: i64) -> Result<$type, E> {
                        Ok(number as $type)
                    }

                    #[allow(clippy::cast_precision_loss, reason = "a double can be written as a whole number")]
                    fn visit_u64<E: de::Error>(self, number: u64) -> Result<$type, E> {
                        Ok(number as $type)
                    }

                    fn visit_str<E: de::Error>(self, text: &str) -> Result<$type, E> {
                        match text {
                            "INF" => Ok($type::INFINITY),
                            "-INF" => Ok($type::NEG_INFINITY),
                            _ => text.parse().map_err(|_| E::invalid_value(Unexpected::Str(text), &self)),
                        }
                    }
                }

                deserializer.deserialize_any(Float)
            }

            fn write<S: Serializer>(&self, serializer: S, _: Form<'_>) -> Result<S::Ok, S::Error> {
                if self.is_finite() {
                    serializer.$serialize(*self)
                } else if self.is_nan() {
                    serializer.serialize_str("NaN")
                } else {
                    serializer.serialize_str(if self.is_sign_positive() { "INF" } else { "-INF" })
                }
            }
        }
    )*};
}

float! {
    f32 serialize_f32 Single;
    f64 serialize_f64 Double;
}
