//! Rust types with one Edm type and one form.

use serde_core::ser::Error as _;
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Number, Value};

use super::dynamic::DynamicProperties;
use super::number::{integer, read_float, write_float};
use super::schema::EdmType;
use super::value::{Form, PropertyValue};
use crate::json::{check_members, check_value};

fn write_json_value<S: Serializer>(value: &Value, serializer: S) -> Result<S::Ok, S::Error> {
    check_value(value).map_err(S::Error::custom)?;
    value.serialize(serializer)
}

fn write_json_object<S: Serializer>(
    object: &Map<String, Value>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    check_members(object.values()).map_err(S::Error::custom)?;
    object.serialize(serializer)
}

macro_rules! primitive {
    ($($type:ty: $edm:ident, $read:expr, $write:expr;)*) => {$(
        impl PropertyValue for $type {
            const EDM_TYPE: EdmType = EdmType::$edm;

            fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $read(deserializer)
            }

            fn write<S: Serializer>(&self, serializer: S, _: Form<'_>) -> Result<S::Ok, S::Error> {
                $write(self, serializer)
            }
        }
    )*};
}

// With `Deserialize` and `Serialize`, serde's form is that of Graph.
primitive! {
    bool: Boolean, Deserialize::deserialize, Serialize::serialize;
    Box<str>: String, Deserialize::deserialize, Serialize::serialize;
    Number: Decimal, Deserialize::deserialize, Serialize::serialize;
    Value: Untyped, Deserialize::deserialize, write_json_value;
    Map<String, Value>: Untyped, Deserialize::deserialize, write_json_object;
    DynamicProperties: Untyped, Deserialize::deserialize, Serialize::serialize;
    u8: Byte, |input| integer(input, "an integer from 0 to 255"), Serialize::serialize;
    i8: SByte, |input| integer(input, "an integer of 8 bits"), Serialize::serialize;
    i16: Int16, |input| integer(input, "an integer of 16 bits"), Serialize::serialize;
    i32: Int32, |input| integer(input, "an integer of 32 bits"), Serialize::serialize;
    i64: Int64, |input| integer(input, "an integer of 64 bits"), Serialize::serialize;
    f32: Single, read_float, |number: &f32, serializer| write_float(*number, serializer);
    f64: Double, read_float, |number: &f64, serializer| write_float(*number, serializer);
}
