use bytes::Bytes;
use graph_resource::Property;
use http::header::{HeaderName, LOCATION};
use http::{Response, StatusCode};
use serde_json::Value;

use crate::http::prefer::{self, Return};
use crate::http::response::{empty, set_header};
use crate::odata::key::{key_property, key_text};
use crate::odata::path::encode;
use crate::odata::primitive;
use crate::settings::UpdateAnswer;
use crate::store::{Item, Properties, Store};

use super::call::{Call, with_preference_applied};
use super::error::GraphError;
use super::merge::{clear, merge};
use super::new_item::NewItem;
use super::{rules, timestamps};

const ENTITY_ID: HeaderName = HeaderName::from_static("odata-entityid");

pub(super) fn create(call: &Call<'_>, store: &mut Store) -> Result<Response<Bytes>, GraphError> {
    create_from(call, call.body()?, store)
}

/// Merges the body into an item, or replaces it. An empty update changes nothing, not even the entity tag.
pub(super) fn update(call: &Call<'_>, store: &mut Store) -> Result<Response<Bytes>, GraphError> {
    if let Some(key) = creatable_key(call, store) {
        return create_from(call, body_with_key(call, key)?, store);
    }
    let is_replaced = call.target.resource.is_replaced();
    let changes = if is_replaced {
        let body = body_without_key(call, call.body()?, store)?;
        rules::validate_replacement(call.info(), body)?
    } else {
        rules::validate_update(call.info(), call.body()?)?
    };
    let item = call.item_to_write(store)?.clone();
    if changes.is_empty() && !is_replaced {
        return Ok(update_response(call, &item));
    }
    let mut properties = item.properties;
    if is_replaced {
        clear(call.info(), &mut properties);
    }
    merge(call.info(), &mut properties, changes);
    timestamps::set_modified(call.info(), &mut properties, call.now());
    let item = store.put(&call.target.path.id(), &item.key, properties);
    Ok(update_response(call, item))
}

pub(super) fn delete(call: &Call<'_>, store: &mut Store) -> Result<Response<Bytes>, GraphError> {
    let key = call.item_to_write(store)?.key.clone();
    store.remove(&call.target.path.id(), &key);
    Ok(empty(StatusCode::NO_CONTENT))
}

fn create_from(
    call: &Call<'_>,
    body: Properties,
    store: &mut Store,
) -> Result<Response<Bytes>, GraphError> {
    let info = call.info();
    let mut properties = Properties::new();
    merge(info, &mut properties, rules::validate_create(info, body)?);
    let item = NewItem::new(info, properties)?;
    let collection = call.target.path.id();
    if store.item(&collection, &item.key).is_some() {
        return Err(GraphError::key_conflict(item.key_property));
    }
    let item = item.store(store, &collection, info, call.now());
    Ok(create_response(call, item))
}

fn create_response(call: &Call<'_>, item: &Item) -> Response<Bytes> {
    let preferred = call.preferred_return();
    let mut response = match preferred {
        Some(Return::Minimal) => empty(StatusCode::NO_CONTENT),
        _ => call.item_response(StatusCode::CREATED, item),
    };
    let path = call.target.path.encoded();
    let location = call.url(&format!("{path}/{}", encode(&item.key)));
    set_header(&mut response, LOCATION, &location);
    if response.status() == StatusCode::NO_CONTENT {
        set_header(&mut response, ENTITY_ID, &location);
    }
    with_preference_applied(response, preferred)
}

fn update_response(call: &Call<'_>, item: &Item) -> Response<Bytes> {
    let preferred = call.preferred_return();
    let default = match call.settings.update_answer {
        UpdateAnswer::Representation => Return::Representation,
        UpdateAnswer::NoContent => Return::Minimal,
    };
    let response = match preferred.unwrap_or(default) {
        Return::Minimal => empty(StatusCode::NO_CONTENT),
        Return::Representation => call.item_response(StatusCode::OK, item),
    };
    with_preference_applied(response, preferred)
}

/// Returns the key in the path of an upsert, as a property with its value, if the item is missing and may be created.
fn creatable_key(call: &Call<'_>, store: &Store) -> Option<(Property, Value)> {
    if call.item(store).is_ok() || !prefer::creates_if_missing(call.request.headers()) {
        return None;
    }
    let (property, value) = if let Some(key) = &call.target.alternate_key {
        (key.property, key.value.clone())
    } else {
        let key = call.target.key.as_deref()?;
        let property = key_property(call.info())?;
        (property, primitive::parse(property.edm_type(), key)?)
    };
    property.is_creatable().then_some((property, value))
}

/// Returns the body of a replacement without the key, which must be that of the item.
fn body_without_key(
    call: &Call<'_>,
    mut body: Properties,
    store: &Store,
) -> Result<Properties, GraphError> {
    let Some(property) = key_property(call.info()) else {
        return Ok(body);
    };
    let name = property.name();
    if let Some(given) = body.remove(name)
        && key_text(property, &given).as_deref() != Some(call.item(store)?.key.as_str())
    {
        let message = format!("The value of '{name}' does not match the key in the path.");
        return Err(GraphError::bad_request(message));
    }
    Ok(body)
}

/// Returns the body of an upsert with the key of the path, which it must not contradict.
fn body_with_key(
    call: &Call<'_>,
    (property, value): (Property, Value),
) -> Result<Properties, GraphError> {
    let mut body = call.body()?;
    let name = property.name();
    let expected = key_text(property, &value);
    if key_text(property, body.entry(name).or_insert(value)) != expected {
        let message = format!("The value of '{name}' does not match the path.");
        return Err(GraphError::bad_request(message));
    }
    Ok(body)
}
