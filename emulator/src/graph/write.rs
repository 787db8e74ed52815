use bytes::Bytes;
use graph_resource::{Property, ResourceInfo};
use http::header::{HeaderName, LOCATION};
use http::{Method, Response, StatusCode};
use serde_json::Value;

use crate::http::prefer::{self, Return};
use crate::http::response::{empty, set_header};
use crate::links::ItemId;
use crate::odata::key::key_text;
use crate::odata::names;
use crate::odata::path::encode;
use crate::odata::primitive;
use crate::settings::UpdateAnswer;
use crate::store::{Item, Properties, Store};

use super::call::{Call, with_preference_applied};
use super::error::GraphError;
use super::link_changes::LinkChanges;
use super::merge::{clear, merge};
use super::new_item::NewItem;
use super::operation::operation_of;
use super::payload::created_resource;
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
    let item = call.item_to_write(store)?.clone();
    let entity_type = call.type_of(&item);
    let info = entity_type.info;
    let is_replaced = call
        .target
        .types
        .resource_of(&item.properties)
        .is_replaced();
    let changes = if is_replaced {
        rules::validate_replacement(entity_type, body_without_key(call, call.body()?, &item)?)?
    } else {
        rules::validate_update(entity_type, call.body()?)?
    };
    if changes.is_empty() && !is_replaced {
        return Ok(update_response(call, &item));
    }
    let id = call.item_id(&item);
    let links = LinkChanges::resolve(info, &changes, call.routes, store)?;
    links.require_new(&id, store)?;
    let mut properties = item.properties.clone();
    if is_replaced {
        clear(info, &mut properties);
    }
    merge(info, &mut properties, changes);
    timestamps::set_modified(info, &mut properties, call.now());
    links.apply(&id, store);
    let item = store.put(&id.collection, &id.key, properties);
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
    let types = &call.target.types;
    let resource = created_resource(types, &body)?;
    if *call.request.method() == Method::POST {
        operation_of(&Method::POST, &call.target, [resource])?;
    }
    let info = resource.type_info();
    let body = rules::validate_create(info, body)?;
    let links = LinkChanges::resolve(info, &body, call.routes, store)?;
    let mut properties = Properties::new();
    if types.declared().map(ResourceInfo::type_info) != Some(info) {
        properties.insert(names::TYPE.to_owned(), info.odata_type().into());
    }
    merge(info, &mut properties, body);
    let item = NewItem::new(info, properties)?;
    let collection = call.target.path.id();
    if store.item(&collection, &item.key).is_some() {
        return Err(GraphError::key_conflict(item.key_property));
    }
    let id = ItemId {
        collection,
        key: item.key.clone(),
    };
    links.apply(&id, store);
    let item = item.store(store, &id.collection, info, call.now());
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
        let property = call.target.types.key_property()?;
        (property, primitive::parse(property.edm_type(), key)?)
    };
    property.is_creatable().then_some((property, value))
}

/// Returns the body of a replacement without the key, which must be that of the item.
fn body_without_key(
    call: &Call<'_>,
    mut body: Properties,
    item: &Item,
) -> Result<Properties, GraphError> {
    let Some(property) = call.target.types.key_property() else {
        return Ok(body);
    };
    let name = property.name();
    if let Some(given) = body.remove(name)
        && key_text(property, &given).as_deref() != Some(item.key.as_str())
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
