use std::fmt;
use std::marker::PhantomData;

use serde_core::de::DeserializeOwned;
use serde_core::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::change::Change;
use crate::edm::PropertyValue;
use crate::error::{Error, ErrorKind};
use crate::query::PropertyPath;
use crate::resource::Resource;

/// A change of a collection, as [`Changes`](super::Changes) reads it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Changed<R> {
    /// An item was created or changed. In the first round, each item comes in this way. The same change can come several times.
    Item(ChangedItem<R>),
    /// An item is no longer in the collection.
    Removed {
        /// The key of the item.
        key: String,
        /// Why it was removed.
        reason: RemovedReason,
    },
    /// The service has forgotten the state (`410`): all items follow as in the first round, and those that do not come are gone.
    Resync,
}

/// Why an item is no longer in a collection.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum RemovedReason {
    /// It was deleted, and can be restored.
    Changed,
    /// It was deleted for good.
    Deleted,
    /// Another reason, by its name.
    Other(String),
}

/// What has changed in an item: for each property nothing, `null` or a value.
pub struct ChangedItem<R> {
    key: String,
    properties: Map<String, Value>,
    resource: PhantomData<fn() -> R>,
}

impl<R: Resource> Changed<R> {
    /// Reads one object of an answer.
    pub(super) fn read(object: Value) -> Result<Self, Error> {
        let info = R::INFO.type_info();
        let Value::Object(mut properties) = object else {
            return Err(unexpected("an item of the answer is no object"));
        };
        let key_name = info.all_properties().find(|property| property.is_key());
        let key_name = key_name.map_or("id", |property| property.name());
        let key = match properties.get(key_name) {
            Some(Value::String(key)) => key.clone(),
            Some(key @ Value::Number(_)) => key.to_string(),
            _ => return Err(unexpected("an item of the answer has no key")),
        };
        let Some(removed) = properties.remove("@removed") else {
            return Ok(Self::Item(ChangedItem {
                key,
                properties,
                resource: PhantomData,
            }));
        };
        let reason = match removed.get("reason").and_then(Value::as_str) {
            Some("changed") => RemovedReason::Changed,
            Some("deleted") | None => RemovedReason::Deleted,
            Some(other) => RemovedReason::Other(other.to_owned()),
        };
        Ok(Self::Removed { key, reason })
    }
}

fn unexpected(message: &str) -> Error {
    Error::new(ErrorKind::UnexpectedAnswer, message)
}

impl<R> ChangedItem<R> {
    /// Returns the key of the item.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Returns what has changed as JSON, with undeclared properties and annotations such as `members@delta`.
    pub const fn properties(&self) -> &Map<String, Value> {
        &self.properties
    }

    /// Returns what has changed in a property: nothing, that it has no value any more, or its value.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::UnexpectedAnswer`] if the value is not of the type of the property.
    pub fn change<T: PropertyValue>(
        &self,
        property: &PropertyPath<R, T>,
    ) -> Result<Change<T>, Error> {
        match self.properties.get(property.as_str()) {
            None => Ok(Change::Keep),
            Some(Value::Null) => Ok(Change::Clear),
            Some(value) => T::read(value.clone())
                .map(Change::Set)
                .map_err(|error| unreadable(&error)),
        }
    }
}

impl<R> ChangedItem<R> {
    /// Applies the change to the JSON of an item.
    pub(super) fn merge_into(&self, object: &mut Map<String, Value>) {
        let changed = self.properties.iter();
        object.extend(changed.map(|(name, value)| (name.clone(), value.clone())));
    }
}

impl<R: Resource + Serialize + DeserializeOwned> ChangedItem<R> {
    /// Applies the change to what is known of the item. What has not changed stays as it is.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::UnexpectedAnswer`] if a value is not of the type of its property. The item then stays as it was.
    pub fn apply_to(&self, item: &mut R) -> Result<(), Error> {
        let mut known = object(item)?;
        self.merge_into(&mut known);
        *item = read(Value::Object(known))?;
        Ok(())
    }

    /// Returns the item, if what has changed is all that the struct requires: that of the first round and of a new item.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::UnexpectedAnswer`] if a property is missing, or a value is not of the type of its property.
    pub fn to_item(&self) -> Result<R, Error> {
        read(Value::Object(self.properties.clone()))
    }
}

/// Returns the JSON of an item.
pub(super) fn object<R: Serialize>(item: &R) -> Result<Map<String, Value>, Error> {
    match serde_json::to_value(item) {
        Ok(Value::Object(object)) => Ok(object),
        Ok(_) => Err(unexpected("the item is no object")),
        Err(error) => Err(unreadable(&error)),
    }
}

pub(super) fn read<R: for<'de> Deserialize<'de>>(value: Value) -> Result<R, Error> {
    serde_json::from_value(value).map_err(|error| unreadable(&error))
}

fn unreadable(error: &serde_json::Error) -> Error {
    let message = format!("a change cannot be read: {error}");
    Error::new(ErrorKind::UnexpectedAnswer, message)
}

impl<R> Clone for ChangedItem<R> {
    fn clone(&self) -> Self {
        Self {
            key: self.key.clone(),
            properties: self.properties.clone(),
            resource: PhantomData,
        }
    }
}

impl<R> PartialEq for ChangedItem<R> {
    fn eq(&self, other: &Self) -> bool {
        (&self.key, &self.properties) == (&other.key, &other.properties)
    }
}

/// Shows the names of what has changed, and no values.
impl<R> fmt::Debug for ChangedItem<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.properties.keys().collect();
        f.debug_tuple("ChangedItem").field(&names).finish()
    }
}
