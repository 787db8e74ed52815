//! The items at the other end of a relationship, in an answer of their own or by `$expand`.

use graph_resource::{EdmType, Property};
use serde_json::{Value, json};

use crate::links::ItemId;
use crate::odata::path;
use crate::odata::query::{Expanded, Query};
use crate::odata::target::Target;
use crate::store::{Properties, Store};

use super::arrange::{arranged, chosen};
use super::call::Call;
use super::error::GraphError;
use super::representation::Representation;

/// Returns the items that a query expands, each with the name of its relationship.
///
/// A relationship that the item has stored with its value, such as test data, is part of the answer anyway.
pub(super) fn expanded(
    call: &Call<'_>,
    source: &ItemId,
    properties: &Properties,
    query: &Query,
    store: &Store,
) -> Result<Vec<(&'static str, Value)>, GraphError> {
    let expanded = query.expand.iter();
    let expanded = expanded.filter(|each| !properties.contains_key(each.property.name()));
    expanded
        .map(|each| Ok((each.property.name(), expand(call, source, each, store)?)))
        .collect()
}

fn expand(
    call: &Call<'_>,
    source: &ItemId,
    Expanded { property, query }: &Expanded,
    store: &Store,
) -> Result<Value, GraphError> {
    let mut ids = related(call, source, property.name(), store);
    let limit = call.settings.page_size;
    let limit = query.top.map_or(limit, |top| top.min(limit));
    if query.arranges() {
        let items = chosen(query, served(call, ids, store)?, |(_, item)| item);
        let part = arranged(query, items, limit, |(_, item)| item);
        ids = part.items.into_iter().map(|(id, _)| id).collect();
    }
    let items = ids
        .iter()
        .filter_map(|id| related_item(call, store, *property, id, query).transpose());
    match property.edm_type() {
        EdmType::Collection(_) => items.take(limit).collect(),
        _ => items.take(1).last().unwrap_or(Ok(Value::Null)),
    }
}

/// Returns the properties of items, if the resources of all of them are served. What no longer exists is left out.
pub(super) fn served<'s>(
    call: &Call<'_>,
    ids: Vec<ItemId>,
    store: &'s Store,
) -> Result<Vec<(ItemId, &'s Properties)>, GraphError> {
    let mut items = Vec::with_capacity(ids.len());
    for id in ids {
        if call.routes.find_item(&id, store).is_none() {
            let feature = "a filter, an order, a search or a count of items that are not served";
            return Err(GraphError::not_emulated(feature));
        }
        if let Some(item) = store.item(&id.collection, &id.key) {
            items.push((id, &item.properties));
        }
    }
    Ok(items)
}

/// Returns a related item as a response contains it, or `None` if it no longer exists.
///
/// Of an item whose resource is not served, only the key is known.
pub(super) fn related_item(
    call: &Call<'_>,
    store: &Store,
    relationship: Property,
    id: &ItemId,
    query: &Query,
) -> Result<Option<Value>, GraphError> {
    let Some(target) = call.routes.find_item(id, store) else {
        return Ok(Some(json!({ "id": id.key })));
    };
    let Some(item) = store.item(&id.collection, &id.key) else {
        return Ok(None);
    };
    let info = target.types.type_of(&item.properties).info;
    let representation = Representation {
        info,
        item,
        select: query.select.as_deref(),
        defaults: &call.settings.defaults,
        context: None,
        odata_type: (!expects(relationship.edm_type(), info.name())).then(|| info.odata_type()),
        expanded: expanded(call, id, &item.properties, query, store)?,
    };
    Ok(serde_json::to_value(representation).ok())
}

/// Returns whether a type is the one that a relationship declares, which an object need not name.
fn expects(edm_type: EdmType, name: &str) -> bool {
    match edm_type {
        EdmType::Collection(element) | EdmType::Nullable(element) => expects(*element, name),
        EdmType::Structured(info) => info.name() == name,
        EdmType::Untyped => true,
        _ => false,
    }
}

/// Returns the items that are linked, and those of the collection that is served below the item: `users/1/messages`.
fn related(call: &Call<'_>, source: &ItemId, name: &str, store: &Store) -> Vec<ItemId> {
    let linked = store.links.iter(source, name, 0);
    let linked: Vec<_> = linked.map(|(_, id)| id.clone()).collect();
    match contained(call, source, name, store) {
        Some(target) => linked.into_iter().chain(items_of(&target, store)).collect(),
        None => linked,
    }
}

fn contained(call: &Call<'_>, source: &ItemId, name: &str, store: &Store) -> Option<Target> {
    let mut segments = path::decode(&source.collection)?;
    segments.extend((!source.key.is_empty()).then(|| source.key.clone()));
    segments.push(name.to_owned());
    let found = call.routes.find(Some(call.version), &segments, store);
    found.ok()?
}

fn items_of(target: &Target, store: &Store) -> Vec<ItemId> {
    let collection = target.path.id();
    let items = store.slice(&collection, 0, usize::MAX).items;
    let items = items.into_iter().map(|item| ItemId {
        collection: collection.clone(),
        key: item.key.clone(),
    });
    items.collect()
}
