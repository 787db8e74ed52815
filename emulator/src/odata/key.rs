//! The value of a key, as the text that identifies an item.

use graph_resource::{EdmType, Property, TypeInfo};
use serde_json::Value;

/// Returns the key property of a type.
pub(crate) fn key_property(info: &TypeInfo) -> Option<Property> {
    info.all_properties().find(|property| property.is_key())
}

/// Returns a key as it is written in a path, or `None` if the value is not a valid key.
pub(crate) fn key_text(property: Property, value: &Value) -> Option<String> {
    comparable_text(property, value).filter(|text| !text.is_empty())
}

/// Returns the same text for all spellings of a primitive value: a GUID has two letter cases, and an integer may be a string.
pub(crate) fn comparable_text(property: Property, value: &Value) -> Option<String> {
    match value {
        Value::String(text) if property.edm_type() == EdmType::Guid => {
            Some(text.to_ascii_lowercase())
        }
        Value::String(text) => Some(text.clone()),
        Value::Number(_) | Value::Bool(_) => Some(value.to_string()),
        _ => None,
    }
}
