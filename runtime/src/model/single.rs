//! One property of an object, found by its name.

use serde_json::Value;

use super::object::write_object;
use super::writer::WriteProperties;
use crate::edm::TypeInfo;
use crate::json::erased::{Entries, Erased, ErasedValue};

/// Keeps the value of one member of an object.
struct Single<'a> {
    name: &'a str,
    value: Option<Value>,
}

impl Entries for Single<'_> {
    fn entry(&mut self, name: &str, value: &dyn ErasedValue) -> Result<(), String> {
        if name == self.name {
            let value = serde_json::to_value(Erased(value));
            self.value = Some(value.map_err(|error| error.to_string())?);
        }
        Ok(())
    }
}

/// Returns the text of a property, as it stands in a path: `None` if the object does not have it.
pub(crate) fn property_text(
    properties: &dyn WriteProperties,
    object_type: &'static TypeInfo,
    name: &str,
) -> Result<Option<String>, String> {
    let mut single = Single { name, value: None };
    write_object(properties, object_type, &mut single)?;
    Ok(match single.value {
        None | Some(Value::Null) => None,
        Some(Value::String(text)) => Some(text),
        Some(value) => Some(value.to_string()),
    })
}
