//! Types whose own serde form is that of Graph.

use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

use super::dynamic::DynamicProperties;
use super::schema::EdmType;
use super::value::{Form, PropertyValue};

macro_rules! own_form {
    ($($type:ty: $edm:ident)*) => {$(
        impl PropertyValue for $type {
            const EDM_TYPE: EdmType = EdmType::$edm;

            fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Deserialize::deserialize(deserializer)
            }

            fn write<S: Serializer>(&self, serializer: S, _: Form<'_>) -> Result<S::Ok, S::Error> {
                Serialize::serialize(self, serializer)
            }
        }
    )*};
}

own_form! {
    bool: Boolean
    Box<str>: String
    serde_json::Value: Untyped
    serde_json::Number: Decimal
    serde_json::Map<String, serde_json::Value>: Untyped
    DynamicProperties: Untyped
}
