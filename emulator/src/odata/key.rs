use graph_resource::{Property, TypeInfo};
use serde_json::Value;

/// Returns the key property of a type.
pub(super) fn key_property(info: &TypeInfo) -> Option<Property> {
    info.all_properties().find(|property| property.is_key())
}

/// Returns a key as it is written in a path, or `None` if the value is not a valid key.
pub(super) fn key_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
