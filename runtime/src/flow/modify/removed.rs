//! Parts of a value that an edit removed, and that the update does not mention.
//!
//! An update replaces a complex value or a map unless it is merged. Some services merge the value all the same, and keep what it does not
//! mention ("conditionalAccessPolicy: update" does so with session controls), so that the part would not be removed.

use serde_json::{Map, Value};

use crate::edm::{EdmType, TypeInfo};
use crate::odata::names;

type Object = Map<String, Value>;

/// Returns the problem with the body of an update: the part of the item `before` that it removes without mentioning it.
pub(super) fn problem(
    info: &TypeInfo,
    before: impl FnOnce() -> serde_json::Result<Vec<u8>>,
    body: &[u8],
) -> Option<String> {
    // Without an object in it, a body replaces no complex value.
    body.iter().filter(|byte| **byte == b'{').nth(1)?;
    let before: Object = serde_json::from_slice(&before().ok()?).ok()?;
    let body: Object = serde_json::from_slice(body).ok()?;
    removed_by_patch(info, &before, &body, "").map(|removed| removed.to_string())
}

/// A part that was removed.
struct Removed {
    path: String,
    advice: &'static str,
}

impl std::fmt::Display for Removed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { path, advice } = self;
        write!(
            f,
            "`{path}` was removed, but the update would not mention it, so that the service could keep it: {advice}"
        )
    }
}

/// Looks for removed parts in the values that a patch replaces.
fn removed_by_patch(
    info: &TypeInfo,
    before: &Object,
    changes: &Object,
    path: &str,
) -> Option<Removed> {
    pairs(before, changes).find_map(|(name, old, new)| {
        let path = join(path, name);
        let property = info.property(name);
        let edm_type = property.map_or(EdmType::Untyped, |property| property.edm_type());
        match edm_type {
            EdmType::Structured(info) if property.is_some_and(|property| property.is_merged()) => {
                removed_by_patch(&info, old, new, &path)
            }
            EdmType::Map(entry) if property.is_some_and(|property| property.is_merged()) => {
                removed_from_entries(*entry, old, new, &path)
            }
            // The changes of a dynamic object name all that they remove.
            _ if property.is_none() && info.merges_dynamic() => None,
            edm_type => removed_from_value(edm_type, old, new, &path),
        }
    })
}

/// Returns whether a value is of another type than the one that it replaces, and so has nothing in common with it.
fn is_of_another_type(before: &Object, after: &Object) -> bool {
    before.get(names::TYPE) != after.get(names::TYPE)
}

/// Looks for removed parts in the entries of a merged map, which are changed in turn if they are objects. The changes of an entry whose type is
/// not known name all that they remove.
fn removed_from_entries(
    entry: EdmType,
    before: &Object,
    changes: &Object,
    path: &str,
) -> Option<Removed> {
    pairs(before, changes).find_map(|(name, old, new)| {
        let path = join(path, name);
        match entry {
            EdmType::Structured(info) => removed_by_patch(&info, old, new, &path),
            EdmType::Map(entry) => removed_from_entries(*entry, old, new, &path),
            EdmType::OneOf(_) => removed_from_value(entry, old, new, &path),
            _ => None,
        }
    })
}

/// Looks for parts that a value has and its replacement does not mention. The elements of collections are complete new values.
fn removed_from_value(
    edm_type: EdmType,
    before: &Object,
    after: &Object,
    path: &str,
) -> Option<Removed> {
    if is_of_another_type(before, after) {
        return None;
    }
    let is_mentioned = |name: &String| after.contains_key(name) || name.contains('@');
    let had_value = |value: &Value| !value.is_null();
    if let Some((name, _)) = before
        .iter()
        .find(|(name, value)| had_value(value) && !is_mentioned(name))
    {
        return Some(Removed {
            path: join(path, name),
            advice: advice(edm_type, name),
        });
    }
    pairs(before, after).find_map(|(name, old, new)| {
        let edm_type = match edm_type {
            EdmType::Structured(info) => info
                .property(name)
                .map_or(EdmType::Untyped, |property| property.edm_type()),
            EdmType::Map(entry) => *entry,
            _ => EdmType::Untyped,
        };
        removed_from_value(edm_type, old, new, &join(path, name))
    })
}

/// Returns what makes the update mention a part.
fn advice(edm_type: EdmType, name: &str) -> &'static str {
    match edm_type {
        EdmType::Structured(info) if info.property(name).is_some() => {
            "write `#[graph(write_null)]` on its field, by which `None` is sent as `null`"
        }
        EdmType::OneOf(_) => {
            "write `#[graph(write_null)]` on its field, by which `None` is sent as `null`"
        }
        EdmType::Map(_) => {
            "write `#[graph(merge)]` on the field of the map, by which a removed entry is sent as `null`"
        }
        _ => "set it to `null` instead",
    }
}

/// Returns the objects that both have under one name.
fn pairs<'o>(
    before: &'o Object,
    after: &'o Object,
) -> impl Iterator<Item = (&'o String, &'o Object, &'o Object)> {
    after.iter().filter_map(|(name, new)| {
        let (Value::Object(old), Value::Object(new)) = (before.get(name)?, new) else {
            return None;
        };
        Some((name, old, new))
    })
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() {
        return name.to_owned();
    }
    format!("{path}.{name}")
}
