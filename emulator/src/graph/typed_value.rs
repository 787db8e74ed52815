use graph_resource::{EdmType, Property, TypeInfo};
use serde_core::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;

use crate::odata::entity_types::type_name;
use crate::store::Properties;

/// A value in a response. Each collection in it that is missing or `null` is empty, because Microsoft Graph has no other form for it.
#[derive(Clone, Copy)]
pub(super) struct TypedValue<'v> {
    pub(super) edm_type: EdmType,
    pub(super) value: &'v Value,
}

impl<'v> TypedValue<'v> {
    /// Returns the value of a property as a response contains it, or `None` if it does not.
    ///
    /// A relationship is part of a response only if its value is stored.
    pub(super) fn of(property: Property, stored: Option<&'v Value>) -> Option<Self> {
        let is_collection = matches!(property.edm_type(), EdmType::Collection(_));
        let is_null = property.is_nullable() || is_collection;
        let missing = is_null && !property.is_navigation();
        let value = stored.or(missing.then_some(&Value::Null))?;
        (!property.is_write_only()).then_some(Self {
            edm_type: property.edm_type(),
            value,
        })
    }
}

impl Serialize for TypedValue<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let value = |value, edm_type: &EdmType| TypedValue {
            edm_type: *edm_type,
            value,
        };
        match (self.edm_type, self.value) {
            (EdmType::Collection(_), Value::Null) => serializer.collect_seq([(); 0]),
            (EdmType::Collection(element), Value::Array(elements)) => {
                serializer.collect_seq(elements.iter().map(|each| value(each, element)))
            }
            (EdmType::Nullable(edm_type), stored) if !stored.is_null() => {
                value(stored, edm_type).serialize(serializer)
            }
            (EdmType::Map(entry), Value::Object(entries)) => {
                let entries = entries.iter();
                serializer.collect_map(entries.map(|(name, each)| (name, value(each, entry))))
            }
            (EdmType::Structured(info), Value::Object(object)) => {
                serialize_object(&info, object, serializer)
            }
            (EdmType::OneOf(types), Value::Object(object)) => {
                match types.iter().find(|info| is_of_type(object, info)) {
                    Some(info) => serialize_object(info, object, serializer),
                    None => self.value.serialize(serializer),
                }
            }
            _ => self.value.serialize(serializer),
        }
    }
}

/// Serializes an object in the order in which it is stored, then the empty collections that it lacks.
fn serialize_object<S: Serializer>(
    info: &TypeInfo,
    object: &Properties,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    for (name, value) in object {
        let Some(property) = info.property(name) else {
            map.serialize_entry(name, value)?;
            continue;
        };
        if let Some(value) = TypedValue::of(*property, Some(value)) {
            map.serialize_entry(name, &value)?;
        }
    }
    let missing = info.all_properties().filter(|property| {
        let is_collection = matches!(property.edm_type(), EdmType::Collection(_));
        is_collection && !object.contains_key(property.name())
    });
    for property in missing {
        if let Some(value) = TypedValue::of(property, None) {
            map.serialize_entry(property.name(), &value)?;
        }
    }
    map.end()
}

fn is_of_type(object: &Properties, info: &TypeInfo) -> bool {
    type_name(object) == Some(info.name())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use std::collections::BTreeMap;

    use graph_resource::edm::{DynamicProperties, PropertyValue};
    use graph_resource::{graph_complex, graph_union};
    use serde_json::json;

    use super::*;

    #[graph_complex]
    #[derive(Debug, Clone, PartialEq)]
    struct Address {
        city: Option<String>,
        #[graph(write_only)]
        secret: Option<String>,
        phones: Vec<String>,
        others: Option<Vec<Address>>,
    }

    #[graph_union]
    #[derive(Debug, Clone, PartialEq)]
    enum Place {
        Address(Address),
        #[graph(unknown)]
        Unknown(DynamicProperties),
    }

    fn response<T: PropertyValue>(value: &Value) -> Value {
        let edm_type = T::EDM_TYPE;
        serde_json::to_value(TypedValue { edm_type, value }).unwrap()
    }

    #[test]
    fn a_collection_in_an_object_is_empty_rather_than_missing_or_null() {
        let full = json!({ "city": null, "phones": [], "others": [] });
        assert_eq!(response::<Address>(&json!({ "city": null })), full);
        let nulls = json!({ "city": null, "phones": null, "others": null });
        assert_eq!(response::<Option<Address>>(&nulls), full);
        let nested = json!({ "phones": ["1"], "others": [{}, { "phones": ["2"] }] });
        assert_eq!(
            response::<Vec<Address>>(&json!([nested])),
            json!([{ "phones": ["1"], "others": [
                { "phones": [], "others": [] },
                { "phones": ["2"], "others": [] },
            ] }])
        );
        let entry = response::<BTreeMap<String, Address>>(&json!({ "a": {} }));
        assert_eq!(entry, json!({ "a": { "phones": [], "others": [] } }));
    }

    #[test]
    fn an_object_of_an_abstract_type_is_completed_by_the_type_that_it_names() {
        let name = "#microsoft.graph.address";
        assert_eq!(
            response::<Place>(&json!({ "@odata.type": name })),
            json!({ "@odata.type": name, "phones": [], "others": [] })
        );
        let other = json!({ "@odata.type": "#microsoft.graph.planet", "mass": null });
        assert_eq!(response::<Place>(&other), other);
    }

    #[test]
    fn a_write_only_property_of_an_object_is_never_returned() {
        let value = json!({ "secret": "hidden", "phones": [], "others": [] });
        let expected = json!({ "phones": [], "others": [] });
        assert_eq!(response::<Address>(&value), expected);
    }

    #[test]
    fn null_remains_null_where_no_collection_is_expected() {
        assert_eq!(response::<Option<Address>>(&json!(null)), json!(null));
        assert_eq!(response::<Option<String>>(&json!(null)), json!(null));
    }
}
