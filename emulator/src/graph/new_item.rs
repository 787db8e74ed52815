//! New items, created by a request or inserted as test data.

use std::time::SystemTime;

use graph_resource::{EdmType, Property, TypeInfo};
use serde_json::Value;
use uuid::Uuid;

use crate::odata::key::{key_property, key_text};
use crate::odata::primitive;
use crate::odata::target::Target;
use crate::store::{Item, Properties, Store};

use super::error::GraphError;
use super::timestamps;

/// An item that has a key, but is not stored yet.
pub(crate) struct NewItem {
    pub(crate) key: String,
    pub(super) key_property: &'static str,
    properties: Properties,
}

impl NewItem {
    /// Creates an item with the key that its properties have, or else a new one.
    pub(crate) fn new(info: &TypeInfo, mut properties: Properties) -> Result<Self, GraphError> {
        let property = key_property(info).unwrap_or(Property::new("id", EdmType::Untyped));
        let key_property = property.name();
        let given = properties
            .entry(key_property)
            .or_insert_with(|| new_key(property.edm_type()));
        let key = key_text(property, given).ok_or_else(|| {
            let message = format!("The value of '{key_property}' is not a valid key.");
            GraphError::bad_request(message)
        })?;
        Ok(Self {
            key,
            key_property,
            properties,
        })
    }

    /// Creates an item with the key of its path, which must not contradict its properties. The key of a singleton is empty.
    pub(crate) fn with_key(
        info: &TypeInfo,
        mut properties: Properties,
        key: &str,
    ) -> Result<Self, GraphError> {
        if key.is_empty() {
            return Ok(Self {
                key: String::new(),
                key_property: "",
                properties,
            });
        }
        if let Some(property) = key_property(info) {
            properties.entry(property.name()).or_insert_with(|| {
                primitive::parse(property.edm_type(), key).unwrap_or_else(|| key.into())
            });
        }
        let item = Self::new(info, properties)?;
        if item.key == key {
            return Ok(item);
        }
        let name = item.key_property;
        let message = format!("The value of '{name}' does not match the key in the path.");
        Err(GraphError::bad_request(message))
    }

    /// Stores the item with its timestamps.
    pub(crate) fn store<'s>(
        mut self,
        store: &'s mut Store,
        collection: &str,
        info: &TypeInfo,
        now: SystemTime,
    ) -> &'s Item {
        timestamps::set_created(info, &mut self.properties, now);
        store.put(collection, &self.key, self.properties)
    }
}

/// Returns a random key of a type: a GUID unless it is an integer.
fn new_key(edm_type: EdmType) -> Value {
    let guid = Uuid::new_v4();
    let (random, ..) = guid.as_fields();
    match edm_type {
        EdmType::Int16 => (random & 0x7fff).into(),
        EdmType::Int32 | EdmType::Int64 => (random & 0x7fff_ffff).into(),
        _ => guid.to_string().into(),
    }
}

/// Stores the initial state of a singleton if it has never been stored: only what the service sets.
pub(crate) fn ensure_singleton(store: &mut Store, target: &Target, now: SystemTime) {
    let path = target.path.id();
    if target.is_singleton() && !store.has_collection(&path) {
        let mut properties = Properties::new();
        let resource = target.types.resource_of(&properties);
        timestamps::set_created(resource.type_info(), &mut properties, now);
        store.put(&path, "", properties);
    }
}

#[cfg(test)]
mod tests {
    use crate::odata::primitive;

    use super::*;

    #[test]
    fn a_new_key_is_of_the_type_of_the_key_property() {
        for edm_type in [
            EdmType::String,
            EdmType::Guid,
            EdmType::Int16,
            EdmType::Int32,
            EdmType::Int64,
        ] {
            let key = new_key(edm_type);
            assert!(primitive::accepts(edm_type, &key), "{edm_type}: {key}");
        }
    }
}
