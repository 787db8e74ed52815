use graph_resource::{EdmType, TypeInfo};
use serde_json::Value;

use crate::odata::entity_types::type_name;
use crate::store::Properties;

use super::reference::bound_property;

/// Applies the changes of a write to an object: parts of a property that is declared as merged are changed, and all else is replaced.
///
/// `null` deletes a property that the type does not declare. References are not stored, since responses do not contain them.
pub(super) fn merge(info: &TypeInfo, object: &mut Properties, changes: Properties) {
    for name in changes.keys().filter(|name| !name.contains('@')) {
        object.remove(&format!("{name}@odata.type"));
    }
    for (name, value) in changes {
        if bound_property(&name).is_some() {
            continue;
        }
        match (info.property(&name), value) {
            (None, Value::Null) => {
                object.remove(&name);
            }
            (Some(property), Value::Object(changes)) if property.is_merged() => {
                let stored = object.entry(name).or_insert(Value::Null);
                merge_value(property.edm_type(), stored, changes);
            }
            (None, Value::Object(changes)) if info.merges_dynamic() => {
                let stored = object.entry(name).or_insert(Value::Null);
                merge_value(EdmType::Untyped, stored, changes);
            }
            (_, value) => {
                object.insert(name, without_references(value));
            }
        }
    }
}

/// Clears what a replacement of an item replaces: the properties that an update may carry, and those that the type does not declare.
pub(super) fn clear(info: &TypeInfo, item: &mut Properties) {
    item.retain(|name, _| {
        name.starts_with('@')
            || info
                .property(name)
                .is_some_and(|property| property.is_navigation() || !property.is_updatable())
    });
}

/// Applies changes to the properties of an object, or to the entries of a map.
///
/// A value of another type than the stored one replaces it, since the properties of the other type are discarded ("OData Protocol",
/// Update an Entity).
fn merge_value(edm_type: EdmType, stored: &mut Value, changes: Properties) {
    let of_same_type = match stored {
        Value::Object(parts) => !is_of_another_type(parts, &changes),
        _ => false,
    };
    if !of_same_type {
        *stored = Value::Object(Properties::new());
    }
    let Value::Object(parts) = stored else {
        return;
    };
    match edm_type {
        EdmType::Map(entry) => merge_entries(*entry, parts, changes),
        EdmType::Structured(info) => merge(&info, parts, changes),
        _ => merge_entries(EdmType::Untyped, parts, changes),
    }
}

/// Sets entries of a map, or changes those that have parts. `null` deletes an entry.
fn merge_entries(edm_type: EdmType, entries: &mut Properties, changes: Properties) {
    for (name, value) in changes {
        match (value, has_parts(edm_type)) {
            (Value::Null, _) => {
                entries.remove(&name);
            }
            (Value::Object(changes), true) => {
                let stored = entries.entry(name).or_insert(Value::Null);
                merge_value(not_nullable(edm_type), stored, changes);
            }
            (value, _) => {
                entries.insert(name, without_references(value));
            }
        }
    }
}

fn without_references(mut value: Value) -> Value {
    remove_references(&mut value);
    value
}

fn remove_references(value: &mut Value) {
    match value {
        Value::Array(elements) => elements.iter_mut().for_each(remove_references),
        Value::Object(object) => {
            object.retain(|name, _| bound_property(name).is_none());
            object.values_mut().for_each(remove_references);
        }
        _ => {}
    }
}

/// Returns whether a value of the type is changed in part: an object of one declared type, a map, or any JSON object.
fn has_parts(edm_type: EdmType) -> bool {
    matches!(
        not_nullable(edm_type),
        EdmType::Structured(_) | EdmType::Map(_) | EdmType::Untyped
    )
}

fn not_nullable(edm_type: EdmType) -> EdmType {
    match edm_type {
        EdmType::Nullable(edm_type) => *edm_type,
        edm_type => edm_type,
    }
}

fn is_of_another_type(stored: &Properties, changes: &Properties) -> bool {
    let (stored, changes) = (type_name(stored), type_name(changes));
    stored.is_some() && changes.is_some() && stored != changes
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use std::collections::BTreeMap;

    use graph_resource::edm::PropertyValue;
    use graph_resource::{Property, graph_complex};
    use serde_json::json;

    use super::*;

    #[graph_complex]
    #[derive(Debug, Clone, Default, PartialEq)]
    struct Settings {
        color: Option<String>,
        size: Option<i32>,
        #[graph(merge)]
        inner: Option<Inner>,
    }

    #[graph_complex]
    #[derive(Debug, Clone, Default, PartialEq)]
    struct Inner {
        a: Option<i32>,
        b: Option<i32>,
    }

    static TYPE: TypeInfo = TypeInfo::new(
        "#microsoft.graph.thing",
        true,
        &[
            Property::new("whole", Settings::EDM_TYPE).nullable(),
            Property::new("parts", Settings::EDM_TYPE)
                .nullable()
                .merged(),
            Property::new("entries", <BTreeMap<String, i32>>::EDM_TYPE).merged(),
            Property::new("items", <BTreeMap<String, Option<Settings>>>::EDM_TYPE).merged(),
            Property::new(
                "maps",
                <BTreeMap<String, BTreeMap<String, Value>>>::EDM_TYPE,
            )
            .merged(),
        ],
    )
    .open_merged();

    fn merged(item: Value, changes: Value) -> Value {
        let mut item = serde_json::from_value(item).unwrap();
        merge(&TYPE, &mut item, serde_json::from_value(changes).unwrap());
        Value::Object(item)
    }

    #[test]
    fn an_object_is_replaced_unless_the_property_is_merged() {
        let before = json!({ "color": "red", "size": 1 });
        let change = json!({ "color": "blue" });
        let item = merged(
            json!({ "whole": before, "parts": before }),
            json!({ "whole": change, "parts": change }),
        );
        let after =
            json!({ "whole": { "color": "blue" }, "parts": { "color": "blue", "size": 1 } });
        assert_eq!(item, after);
        let cleared = json!({ "parts": { "color": null, "size": 1 } });
        let change = json!({ "parts": { "color": null } });
        assert_eq!(merged(json!({ "parts": before }), change), cleared);
        let gone = json!({ "parts": null });
        assert_eq!(merged(cleared, gone.clone()), gone);
        let new = json!({ "parts": { "size": 2 } });
        assert_eq!(merged(gone, new.clone()), new);
    }

    #[test]
    fn a_merged_object_in_a_merged_object_is_merged() {
        let before = json!({ "parts": { "size": 1, "inner": { "a": 1, "b": 2 } } });
        let change = json!({ "parts": { "inner": { "b": 3 } } });
        let after = json!({ "parts": { "size": 1, "inner": { "a": 1, "b": 3 } } });
        assert_eq!(merged(before, change), after);
    }

    #[test]
    fn an_entry_of_a_merged_map_is_changed_in_the_properties_that_are_named() {
        let type_name = "#microsoft.graph.settings";
        let before = json!({ "items": {
            "1": { "@odata.type": type_name, "color": "red", "size": 1, "inner": { "a": 1 } },
            "2": { "size": 2 },
            "3": null,
        } });
        let change = json!({ "items": {
            "1": { "@odata.type": type_name, "size": null, "inner": { "b": 2 } },
            "2": null,
            "3": { "size": 3 },
            "4": { "size": 4 },
        } });
        let after = json!({ "items": {
            "1": { "@odata.type": type_name, "color": "red", "size": null, "inner": { "a": 1, "b": 2 } },
            "3": { "size": 3 },
            "4": { "size": 4 },
        } });
        assert_eq!(merged(before, change), after);
    }

    #[test]
    fn maps_in_maps_and_objects_without_a_type_are_merged() {
        let before = json!({
            "maps": { "a": { "1": { "x": 1, "y": [1] }, "2": 2 } },
            "dynamic": { "deep": { "x": 1, "y": 2 }, "old": 1 },
        });
        let change = json!({
            "maps": { "a": { "1": { "y": [2] }, "2": null } },
            "dynamic": { "deep": { "y": 3 }, "old": null },
        });
        let after = json!({
            "maps": { "a": { "1": { "x": 1, "y": [2] } } },
            "dynamic": { "deep": { "x": 1, "y": 3 } },
        });
        assert_eq!(merged(before, change), after);
    }

    #[test]
    fn an_object_in_a_dynamic_property_is_replaced_unless_the_type_merges_it() {
        static OPEN: TypeInfo = TypeInfo::new("#microsoft.graph.open", true, &[]).open();
        let mut item = serde_json::from_value(json!({ "dynamic": { "x": 1 } })).unwrap();
        let change: Properties = serde_json::from_value(json!({ "dynamic": { "y": 2 } })).unwrap();
        merge(&OPEN, &mut item, change.clone());
        assert_eq!(item, change);
    }

    #[test]
    fn an_entry_of_a_map_that_is_not_merged_is_replaced() {
        let before = json!({ "whole": { "color": "red", "inner": { "a": 1 } } });
        let change = json!({ "whole": { "inner": { "b": 2 } } });
        assert_eq!(merged(before, change.clone()), change);
    }

    #[test]
    fn a_value_of_another_type_discards_the_properties_of_the_stored_one() {
        let before =
            json!({ "items": { "1": { "@odata.type": "#microsoft.graph.old", "color": "red" } } });
        let change =
            json!({ "items": { "1": { "@odata.type": "#microsoft.graph.new", "size": 1 } } });
        assert_eq!(merged(before, change.clone()), change);
    }

    #[test]
    fn a_property_of_the_base_type_is_merged_as_the_base_declares() {
        static DERIVED: TypeInfo =
            TypeInfo::new("#microsoft.graph.derived", true, &[]).with_base(&TYPE);
        let mut item = serde_json::from_value(json!({ "parts": { "size": 1 } })).unwrap();
        let change = serde_json::from_value(json!({ "parts": { "color": "red" } })).unwrap();
        merge(&DERIVED, &mut item, change);
        let after = json!({ "parts": { "size": 1, "color": "red" } });
        assert_eq!(Value::Object(item), after);
    }

    #[test]
    fn null_deletes_an_entry_of_a_map() {
        let before = json!({ "entries": { "a": 1, "b": 2 } });
        let change = json!({ "entries": { "a": null, "c": 3, "d": null } });
        let after = json!({ "entries": { "b": 2, "c": 3 } });
        assert_eq!(merged(before, change), after);
    }
}
