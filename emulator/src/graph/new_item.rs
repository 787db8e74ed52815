//! New items, created by a request or inserted as test data.

use std::time::SystemTime;

use graph_resource::TypeInfo;
use serde_json::Value;
use uuid::Uuid;

use crate::odata::target::Target;
use crate::store::{Item, Properties, Store};

use super::error::GraphError;
use super::key::{key_property, key_text};
use super::timestamps;

/// An item that has a key, but is not stored yet.
pub(crate) struct NewItem {
    pub(crate) key: String,
    pub(super) key_property: &'static str,
    properties: Properties,
}

impl NewItem {
    /// Creates an item with the key that its properties have, or else a new GUID.
    pub(crate) fn new(info: &TypeInfo, mut properties: Properties) -> Result<Self, GraphError> {
        let key_property = key_property(info).map_or("id", |property| property.name());
        let given = properties
            .entry(key_property)
            .or_insert_with(|| Value::String(Uuid::new_v4().to_string()));
        let key = key_text(given).ok_or_else(|| {
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
            properties
                .entry(property.name())
                .or_insert_with(|| key.into());
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

/// Stores the initial state of a singleton if it has never been stored: only what the service sets.
pub(crate) fn ensure_singleton(store: &mut Store, target: &Target, now: SystemTime) {
    let path = target.path.id();
    if target.is_singleton() && !store.has_collection(&path) {
        let mut properties = Properties::new();
        timestamps::set_created(target.resource.type_info(), &mut properties, now);
        store.put(&path, "", properties);
    }
}
