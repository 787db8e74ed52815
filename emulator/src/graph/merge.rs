use graph_resource::{EdmType, Property, TypeInfo};
use serde_json::Value;

use crate::store::Properties;

use super::payload::BIND;

/// Applies the changes of a write to an item.
///
/// `null` deletes a property that the type does not declare. References are not stored, since responses do not contain them.
pub(super) fn merge(info: &TypeInfo, item: &mut Properties, changes: Properties) {
    for name in changes.keys().filter(|name| !name.contains('@')) {
        item.remove(&format!("{name}@odata.type"));
    }
    for (name, value) in changes {
        if name.ends_with(&format!("@{BIND}")) {
            continue;
        }
        match (info.property(&name), value) {
            (None, Value::Null) => {
                item.remove(&name);
            }
            (Some(property), Value::Object(parts)) if property.is_merged() => {
                let stored = item.entry(name).or_insert(Value::Null);
                merge_parts(*property, stored, parts);
            }
            (_, value) => {
                item.insert(name, value);
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

/// Applies changes to the parts of a property: to the properties of an object, or to the entries of a map.
fn merge_parts(property: Property, stored: &mut Value, changes: Properties) {
    if !stored.is_object() {
        *stored = Value::Object(Properties::new());
    }
    let Value::Object(parts) = stored else {
        return;
    };
    match property.edm_type() {
        EdmType::Structured(info) => merge(&info, parts, changes),
        _ => merge_entries(parts, changes),
    }
}

/// Sets entries of a map. `null` deletes an entry.
fn merge_entries(entries: &mut Properties, changes: Properties) {
    for (name, value) in changes {
        if value.is_null() {
            entries.remove(&name);
        } else {
            entries.insert(name, value);
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use std::collections::BTreeMap;

    use graph_resource::edm::PropertyValue;
    use graph_resource::graph_complex;
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
        ],
    );

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
    fn null_deletes_an_entry_of_a_map() {
        let before = json!({ "entries": { "a": 1, "b": 2 } });
        let change = json!({ "entries": { "a": null, "c": 3, "d": null } });
        let after = json!({ "entries": { "b": 2, "c": 3 } });
        assert_eq!(merged(before, change), after);
    }
}
