//! `$expand`: related items in an answer.

use graph_resource::EdmType;
use serde_json::Value;

use crate::links::ItemId;
use crate::odata::expand::Expanded;
use crate::odata::path;
use crate::odata::target::Target;
use crate::store::{Item, Store};

use super::call::Call;
use super::related::related_item;

/// Returns the items that the request expands, each with the name of its relationship.
///
/// A relationship that the item has stored with its value, such as test data, is part of the answer anyway.
pub(super) fn expanded(call: &Call<'_>, item: &Item, store: &Store) -> Vec<(&'static str, Value)> {
    let expanded = call.query.expand.iter();
    let expanded = expanded.filter(|each| !item.properties.contains_key(each.property.name()));
    expanded
        .map(|each| (each.property.name(), expand(call, item, each, store)))
        .collect()
}

fn expand(call: &Call<'_>, item: &Item, expanded: &Expanded, store: &Store) -> Value {
    let property = expanded.property;
    let items = related(call, item, property.name(), store);
    let mut items = items.iter().filter_map(|id| {
        let select = expanded.select.as_deref();
        related_item(call, store, property, id, select)
    });
    match property.edm_type() {
        EdmType::Collection(_) => items.take(call.settings.page_size).collect(),
        _ => items.next().unwrap_or_default(),
    }
}

/// Returns the items that are linked, and those of the collection that is served below the item: `users/1/messages`.
fn related(call: &Call<'_>, item: &Item, name: &str, store: &Store) -> Vec<ItemId> {
    let source = call.item_id(item);
    let linked = store.links.iter(&source, name, 0);
    let linked: Vec<_> = linked.map(|(_, id)| id.clone()).collect();
    match contained(call, &source, name, store) {
        Some(target) => linked
            .into_iter()
            .chain(items_of(&target, call, store))
            .collect(),
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

fn items_of(target: &Target, call: &Call<'_>, store: &Store) -> Vec<ItemId> {
    let collection = target.path.id();
    let items = store.slice(&collection, 0, call.settings.page_size).items;
    let items = items.into_iter().map(|item| ItemId {
        collection: collection.clone(),
        key: item.key.clone(),
    });
    items.collect()
}
