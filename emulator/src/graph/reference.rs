//! References to other resources in the body of a write: `owner@odata.bind`.

use graph_resource::{EdmType, Property};
use serde_json::Value;

use crate::links::ItemId;
use crate::odata::path::encode;
use crate::odata::reference;
use crate::odata::routes::Routes;
use crate::store::Store;
use crate::text::truncate;

use super::error::GraphError;

/// The annotation that refers to other resources.
const BIND: &str = "@odata.bind";

/// Returns the relationship to which an annotation with references belongs.
pub(super) fn bound_property(name: &str) -> Option<&str> {
    name.strip_suffix(BIND)
}

/// Checks the form of references: an array of URLs for a collection, and one URL otherwise, or `null` if the relationship is optional.
///
/// `path` is that of the relationship in the body.
pub(super) fn require_references(
    property: Property,
    value: &Value,
    path: &str,
) -> Result<(), GraphError> {
    let is_collection = matches!(property.edm_type(), EdmType::Collection(_));
    let is_url = |value: &Value| value.as_str().and_then(reference::segments).is_some();
    let is_valid = match value {
        Value::Array(urls) if urls.is_empty() && is_collection => {
            return Err(GraphError::bad_request(
                "The value of 'odata.bind' property annotation is an empty array. The 'odata.bind' property annotation must have a non-empty array as its value.",
            ));
        }
        _ if !property.is_navigation() => false,
        Value::Array(urls) => is_collection && urls.iter().all(is_url),
        Value::Null => property.is_nullable() && !is_collection,
        url => is_url(url) && !is_collection,
    };
    is_valid.then_some(()).ok_or_else(|| invalid(path))
}

/// Returns the item to which a URL leads.
///
/// If its resource is served, the item must exist. `name` is that of the relationship, for the error.
pub(crate) fn referenced_item(
    url: &str,
    name: &str,
    routes: &Routes,
    store: &Store,
) -> Result<ItemId, GraphError> {
    let segments = reference::segments(url).ok_or_else(|| invalid(name))?;
    let Some(target) = routes.find(None, &segments, store)? else {
        return unserved_item(&segments, routes, store).ok_or_else(|| invalid(name));
    };
    let Some(key) = &target.key else {
        return Err(invalid(name));
    };
    let exists =
        |id: &ItemId| target.is_singleton() || store.item(&id.collection, &id.key).is_some();
    let id = target.item_id(store).filter(exists);
    id.ok_or_else(|| GraphError::item_not_found(key))
}

/// Returns the identity of an item whose resource is not served. `directoryObjects/1` is the item with this key in any served collection.
fn unserved_item(segments: &[String], routes: &Routes, store: &Store) -> Option<ItemId> {
    let (collection, key) = reference::split_key(segments)?;
    if let [name] = collection.as_slice()
        && name.eq_ignore_ascii_case("directoryObjects")
        && let Some(id) = routes.find_directory_object(&key, store)
    {
        return Some(id);
    }
    let names = collection.iter();
    let collection = names.fold(String::new(), |path, name| path + "/" + &encode(name));
    Some(ItemId { collection, key })
}

fn invalid(name: &str) -> GraphError {
    let name = truncate(name);
    let message = format!("Invalid URL format specified in @odata.bind for {name}");
    GraphError::malformed(message)
}
