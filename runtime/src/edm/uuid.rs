use ::uuid::Uuid;
use serde_core::{Deserializer, Serializer};

use super::schema::EdmType;
use super::text;
use super::value::{Form, PropertyValue};

impl PropertyValue for Uuid {
    const EDM_TYPE: EdmType = EdmType::Guid;

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        text::parse(
            deserializer,
            "a GUID such as `00000000-0000-0000-0000-000000000000`",
        )
    }

    fn write<S: Serializer>(&self, serializer: S, _: Form<'_>) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.hyphenated().encode_lower(&mut Self::encode_buffer()))
    }
}
