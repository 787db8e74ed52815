//! How items come into being, by a create or as seed data.

use graph_resource::TypeInfo;
use serde_json::Value;
use uuid::Uuid;

use crate::refusal::Refusal;
use crate::route::Target;
use crate::store::{Item, Properties, Store};
use crate::{rules, stamp};

/// A new item, not yet stored.
pub(crate) struct New {
    pub(crate) key: String,
    pub(crate) key_property: &'static str,
    properties: Properties,
}

/// Gives the item its key: the one that its properties have, or else a new GUID.
pub(crate) fn keyed(info: &TypeInfo, mut properties: Properties) -> Result<New, Refusal> {
    let key_property = rules::key_property(info).map_or("id", |property| property.name());
    let given = properties
        .entry(key_property)
        .or_insert_with(|| Value::String(Uuid::new_v4().to_string()));
    let key = rules::key_text(given);
    let key = key
        .ok_or_else(|| Refusal::bad_request(format!("The value of '{key_property}' is no key.")))?;
    Ok(New {
        key,
        key_property,
        properties,
    })
}

/// Stores a new item, dated.
pub(crate) fn insert<'s>(store: &'s mut Store, place: &str, info: &TypeInfo, new: New) -> &'s Item {
    let New {
        key,
        mut properties,
        ..
    } = new;
    stamp::created(info, &mut properties);
    store.put(place, &key, properties)
}

/// A singleton exists from the start, with no more than the service writes, until it is deleted.
pub(crate) fn singleton(store: &mut Store, target: &Target) {
    let place = target.place.id();
    if target.is_singleton() && !store.knows(&place) {
        let mut properties = Properties::new();
        stamp::created(target.resource.type_info(), &mut properties);
        store.put(&place, "", properties);
    }
}

/// The item with the key of its address, which its properties must not contradict. A singleton has none.
pub(crate) fn at_key(
    info: &TypeInfo,
    mut properties: Properties,
    key: &str,
) -> Result<New, Refusal> {
    if key.is_empty() {
        return Ok(New {
            key: String::new(),
            key_property: "",
            properties,
        });
    }
    if let Some(property) = rules::key_property(info) {
        properties
            .entry(property.name())
            .or_insert_with(|| key.into());
    }
    let new = keyed(info, properties)?;
    if new.key == key {
        return Ok(new);
    }
    let message = format!(
        "The value of '{}' is not the key of the address.",
        new.key_property
    );
    Err(Refusal::bad_request(message))
}
