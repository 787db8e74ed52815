//! The items at the other end of a relationship.

use graph_resource::{EdmType, Property};
use serde_json::{Value, json};

use crate::links::ItemId;
use crate::store::Store;

use super::call::Call;
use super::representation::Representation;

/// Returns a related item as a response contains it, or `None` if it no longer exists.
///
/// Of an item whose resource is not served, only the key is known.
pub(super) fn related_item(
    call: &Call<'_>,
    store: &Store,
    relationship: Property,
    id: &ItemId,
    select: Option<&[&'static str]>,
) -> Option<Value> {
    let Some(target) = call.routes.find_item(id, store) else {
        return Some(json!({ "id": id.key }));
    };
    let item = store.item(&id.collection, &id.key)?;
    let info = target.types.type_of(&item.properties).info;
    let representation = Representation {
        info,
        item,
        select,
        defaults: &call.settings.defaults,
        context: None,
        odata_type: (!expects(relationship.edm_type(), info.name())).then(|| info.odata_type()),
        expanded: Vec::new(),
    };
    serde_json::to_value(representation).ok()
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
