//! The types of the values in the body of a write.
//!
//! The messages are those of `Microsoft.OData.Core`, which parses the requests to most workloads of Microsoft Graph.

use graph_resource::{EdmType, Property, TypeInfo};
use serde_json::Value;

use crate::odata::entity_types::type_name;
use crate::odata::primitive;
use crate::store::Properties;
use crate::text::truncate;

use super::error::GraphError;
use super::reference::{bound_property, require_references};
use super::value_path::ValuePath;

/// The limit for objects and collections in one another.
const MAX_DEPTH: usize = 100;

/// Checks that a value is of the type of its property.
///
/// `null` is valid here: a rule of its own checks whether the property allows it. So is any value of a navigation property.
pub(super) fn require_valid_value(property: Property, value: &Value) -> Result<(), GraphError> {
    check_property(property, value, &ValuePath::new(property.name()))
}

fn check_property(
    property: Property,
    value: &Value,
    path: &ValuePath<'_>,
) -> Result<(), GraphError> {
    if value.is_null() || property.is_navigation() {
        return Ok(());
    }
    match property.edm_type() {
        EdmType::Map(entry) if property.is_merged() => check_entries(*entry, value, path),
        edm_type => check_value(edm_type, value, path),
    }
}

fn check_value(edm_type: EdmType, value: &Value, path: &ValuePath<'_>) -> Result<(), GraphError> {
    if path.depth > MAX_DEPTH {
        let message = format!("The value is nested more than {MAX_DEPTH} levels deep.");
        return Err(invalid(path, &message));
    }
    match edm_type {
        EdmType::Untyped => Ok(()),
        EdmType::Nullable(_) if value.is_null() => Ok(()),
        EdmType::Nullable(edm_type) => check_value(*edm_type, value, path),
        EdmType::Structured(info) => check_object(&info, value, path),
        EdmType::OneOf(types) => check_one_of(&types, value, path),
        EdmType::Collection(element) => check_collection(*element, value, path),
        EdmType::Map(entry) => check_map(*entry, value, path),
        primitive => check_primitive(primitive, value, path),
    }
}

fn check_primitive(
    edm_type: EdmType,
    value: &Value,
    path: &ValuePath<'_>,
) -> Result<(), GraphError> {
    if primitive::accepts(edm_type, value) {
        return Ok(());
    }
    let literal = match value {
        Value::Null => return Err(GraphError::null_value(&path.to_string())),
        Value::Array(_) | Value::Object(_) => {
            return Err(unexpected(path, value, "PrimitiveValue"));
        }
        Value::String(text) => text.clone(),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
    };
    let literal = truncate(&literal);
    let message =
        format!("Cannot convert the literal '{literal}' to the expected type '{edm_type}'.");
    Err(invalid(path, &message))
}

fn check_collection(
    edm_type: EdmType,
    value: &Value,
    path: &ValuePath<'_>,
) -> Result<(), GraphError> {
    let Value::Array(elements) = value else {
        return Err(unexpected(path, value, "StartArray"));
    };
    for (index, element) in elements.iter().enumerate() {
        let path = path.element(index);
        if element.is_null() && !allows_null(edm_type) {
            let message = "A null value was detected in the items of a collection property value; non-nullable instances of collection types do not support null values as items.";
            return Err(invalid(&path, message));
        }
        check_value(edm_type, element, &path)?;
    }
    Ok(())
}

/// Checks the changes of a merged map. `null` deletes an entry, also of a map in the map.
fn check_entries(edm_type: EdmType, value: &Value, path: &ValuePath<'_>) -> Result<(), GraphError> {
    let entries = object(value, path)?.iter();
    let mut entries = entries.filter(|(name, value)| !name.starts_with('@') && !value.is_null());
    entries.try_for_each(|(name, value)| match edm_type {
        EdmType::Map(entry) => check_entries(*entry, value, &path.property(name)),
        edm_type => check_value(edm_type, value, &path.property(name)),
    })
}

fn check_map(edm_type: EdmType, value: &Value, path: &ValuePath<'_>) -> Result<(), GraphError> {
    let entries = object(value, path)?.iter();
    for (name, value) in entries.filter(|(name, _)| !name.starts_with('@')) {
        check_value(edm_type, value, &path.property(name))?;
    }
    Ok(())
}

/// Checks an object by its declared type. An object of a derived type may have further properties, because that type is not known.
fn check_object(info: &TypeInfo, value: &Value, path: &ValuePath<'_>) -> Result<(), GraphError> {
    let properties = object(value, path)?;
    let is_derived = type_name(properties).is_some_and(|name| !is_name_of(name, info));
    let is_open = is_derived || info.is_open();
    for (name, value) in properties {
        if name.contains('@') {
            // Control information and other annotations have no declared type.
            if let Some(bound) = bound_property(name).filter(|_| !is_derived) {
                check_references(info, bound, value, &path.property(bound))?;
            }
            continue;
        }
        let path = path.property(name);
        match info.property(name) {
            Some(property) => check_member(*property, value, &path)?,
            None if is_open => {}
            None => return Err(GraphError::unknown_property(info, &path.to_string())),
        }
    }
    Ok(())
}

/// Checks the references of a nested object to a relationship.
fn check_references(
    info: &TypeInfo,
    relationship: &str,
    value: &Value,
    path: &ValuePath<'_>,
) -> Result<(), GraphError> {
    match info.property(relationship) {
        Some(property) => require_references(*property, value, &path.to_string()),
        None => Err(GraphError::unknown_property(info, &path.to_string())),
    }
}

/// Checks a property of a nested object, which may be `null` only if its type says so.
fn check_member(property: Property, value: &Value, path: &ValuePath<'_>) -> Result<(), GraphError> {
    if value.is_null() && !property.is_nullable() && !allows_null(property.edm_type()) {
        return Err(GraphError::null_value(&path.to_string()));
    }
    check_property(property, value, path)
}

/// Checks an object by the type that it names. Of another type, or of none, nothing is known.
fn check_one_of(
    types: &[&'static TypeInfo],
    value: &Value,
    path: &ValuePath<'_>,
) -> Result<(), GraphError> {
    let Some(name) = type_name(object(value, path)?) else {
        return Ok(());
    };
    let mut types = types.iter();
    match types.find(|info| is_name_of(name, info)) {
        Some(info) => check_object(info, value, path),
        None => Ok(()),
    }
}

const fn allows_null(edm_type: EdmType) -> bool {
    matches!(edm_type, EdmType::Nullable(_) | EdmType::Untyped)
}

fn object<'v>(value: &'v Value, path: &ValuePath<'_>) -> Result<&'v Properties, GraphError> {
    match value {
        Value::Object(properties) => Ok(properties),
        Value::Null => Err(GraphError::null_value(&path.to_string())),
        _ => Err(unexpected(path, value, "StartObject")),
    }
}

fn is_name_of(name: &str, info: &TypeInfo) -> bool {
    name.eq_ignore_ascii_case(info.name())
}

/// Creates the error for a value of another kind of JSON than its type has.
fn unexpected(path: &ValuePath<'_>, value: &Value, expected: &str) -> GraphError {
    let found = match value {
        Value::Array(_) => "StartArray",
        Value::Object(_) => "StartObject",
        _ => "PrimitiveValue",
    };
    let message = format!(
        "An unexpected '{found}' node was found when reading from the JSON reader. A '{expected}' node was expected."
    );
    invalid(path, &message)
}

fn invalid(path: &ValuePath<'_>, message: &str) -> GraphError {
    let path = path.to_string();
    let path = truncate(&path);
    GraphError::malformed(format!("Invalid value of property '{path}': {message}"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use std::collections::BTreeMap;

    use graph_resource::edm::{DynamicProperties, Flags, PropertyValue};
    use graph_resource::{graph_complex, graph_enum, graph_union};
    use serde_json::json;

    use super::*;

    #[graph_complex]
    #[derive(Debug, Clone, PartialEq)]
    struct Address {
        city: Option<String>,
        number: i32,
        phones: Vec<Phone>,
        parent: Option<Box<Address>>,
        #[graph(merge)]
        labels: BTreeMap<String, bool>,
    }

    #[graph_complex]
    #[derive(Debug, Clone, PartialEq)]
    struct Phone {
        kind: Option<Flags<PhoneType>>,
        #[graph(extra)]
        others: DynamicProperties,
    }

    #[graph_enum(flags)]
    enum PhoneType {
        Home,
        #[graph(unknown)]
        Unknown(String),
    }

    #[graph_union]
    #[derive(Debug, Clone, PartialEq)]
    enum Contact {
        Address(Address),
        Phone(Phone),
        #[graph(unknown)]
        Unknown(DynamicProperties),
    }

    fn check<T: PropertyValue>(value: &Value) -> Result<(), GraphError> {
        require_valid_value(Property::new("value", T::EDM_TYPE), value)
    }

    fn assert_accepted<T: PropertyValue>(value: &Value) {
        assert!(
            check::<T>(value).is_ok(),
            "{value}: {:?}",
            check::<T>(value)
        );
    }

    fn assert_rejected<T: PropertyValue>(value: &Value, message: &str) {
        assert_eq!(check::<T>(value).unwrap_err().message, message);
    }

    #[test]
    fn the_error_names_the_literal_and_both_kinds_of_json() {
        for (value, message) in [
            (
                json!(5),
                "Cannot convert the literal '5' to the expected type 'Edm.String'.",
            ),
            (
                json!(true),
                "Cannot convert the literal 'true' to the expected type 'Edm.String'.",
            ),
            (
                json!([]),
                "An unexpected 'StartArray' node was found when reading from the JSON reader. A 'PrimitiveValue' node was expected.",
            ),
            (
                json!({}),
                "An unexpected 'StartObject' node was found when reading from the JSON reader. A 'PrimitiveValue' node was expected.",
            ),
        ] {
            let message = format!("Invalid value of property 'value': {message}");
            assert_rejected::<String>(&value, &message);
        }
        let long = json!("x".repeat(1000));
        let message = check::<bool>(&long).unwrap_err().message;
        assert!(message.len() < 400, "{message}");
    }

    #[test]
    fn an_object_is_checked_by_its_own_type() {
        assert_accepted::<Address>(&json!({
            "@odata.type": "#microsoft.graph.address",
            "city": "Oslo",
            "city@odata.type": "#String",
            "phones": [{ "kind": "home,fax", "extension": 7 }],
            "parent": { "city": null, "number": 1 },
        }));
        for (value, message) in [
            (
                json!({ "city": 5 }),
                "Invalid value of property 'value/city': Cannot convert the literal '5' to the expected type 'Edm.String'.",
            ),
            (
                json!({ "parent": { "number": 2_147_483_648_u32 } }),
                "Invalid value of property 'value/parent/number': Cannot convert the literal '2147483648' to the expected type 'Edm.Int32'.",
            ),
            (
                json!({ "phones": [{}, { "kind": 1 }] }),
                "Invalid value of property 'value/phones[1]/kind': Cannot convert the literal '1' to the expected type 'microsoft.graph.phoneType'.",
            ),
            (
                json!({ "phones": {} }),
                "Invalid value of property 'value/phones': An unexpected 'StartObject' node was found when reading from the JSON reader. A 'StartArray' node was expected.",
            ),
            (
                json!({ "number": null }),
                "A null value was found for the property 'value/number', which does not allow null values.",
            ),
            (
                json!("Oslo"),
                "Invalid value of property 'value': An unexpected 'PrimitiveValue' node was found when reading from the JSON reader. A 'StartObject' node was expected.",
            ),
            (
                json!({ "country": "Norway" }),
                "The property 'value/country' does not exist on type 'microsoft.graph.address'. Make sure to only use property names that are defined by the type.",
            ),
        ] {
            assert_rejected::<Address>(&value, message);
        }
    }

    #[test]
    fn an_object_of_a_derived_type_may_have_further_properties() {
        let name = "#microsoft.graph.officeAddress";
        assert_accepted::<Address>(&json!({ "@odata.type": name, "floor": 3 }));
        assert!(check::<Address>(&json!({ "@odata.type": name, "city": 3 })).is_err());
    }

    #[test]
    fn an_object_of_an_abstract_type_is_checked_by_the_type_that_it_names() {
        for value in [
            json!({ "@odata.type": "#microsoft.graph.address", "city": "Oslo" }),
            json!({ "@odata.type": "microsoft.graph.phone", "kind": "home" }),
            json!({ "@odata.type": "#microsoft.graph.website", "city": 5 }),
            json!({ "city": 5 }),
        ] {
            assert_accepted::<Contact>(&value);
        }
        for value in [
            json!({ "@odata.type": "#microsoft.graph.address", "city": 5 }),
            json!({ "@odata.type": "#microsoft.graph.address", "kind": "home" }),
            json!("Oslo"),
            json!([]),
        ] {
            assert!(check::<Contact>(&value).is_err(), "{value}");
        }
    }

    #[test]
    fn null_is_an_element_only_of_a_collection_that_allows_it() {
        assert_rejected::<Vec<String>>(
            &json!(["a", null]),
            "Invalid value of property 'value[1]': A null value was detected in the items of a collection property value; non-nullable instances of collection types do not support null values as items.",
        );
        assert_accepted::<Vec<Option<String>>>(&json!(["a", null]));
        assert_accepted::<Vec<Vec<Option<String>>>>(&json!([["a", null], []]));
        assert_accepted::<Vec<Value>>(&json!(["a", null, {}]));
        assert!(check::<Vec<Option<String>>>(&json!([1])).is_err());
        assert!(check::<Vec<String>>(&json!("a")).is_err());
    }

    #[test]
    fn a_map_is_checked_by_the_type_of_its_values() {
        type Map = BTreeMap<String, bool>;
        assert_accepted::<Map>(&json!({ "@odata.type": "#microsoft.graph.map", "a b": true }));
        for value in [
            json!({ "a": 1 }),
            json!({ "a": null }),
            json!([true]),
            json!(true),
        ] {
            assert!(check::<Map>(&value).is_err(), "{value}");
        }
        let merged = Property::new("value", Map::EDM_TYPE).merged();
        assert!(require_valid_value(merged, &json!({ "a": null })).is_ok());
        assert!(require_valid_value(merged, &json!({ "a": 1 })).is_err());
        assert_accepted::<Address>(&json!({ "labels": { "a": null } }));
    }

    #[test]
    fn any_value_of_an_unknown_type_or_of_a_relationship_is_accepted() {
        for value in [json!(1), json!("a"), json!([null]), json!({ "a": [] })] {
            assert_accepted::<Value>(&value);
            let navigation = Property::new("value", Address::EDM_TYPE).navigation();
            assert!(require_valid_value(navigation, &value).is_ok());
        }
        assert_accepted::<Flags<PhoneType>>(&json!(""));
    }

    #[test]
    fn the_depth_of_nesting_is_limited() {
        let nested = |depth| (0..depth).fold(json!({}), |value, _| json!({ "parent": value }));
        assert_accepted::<Address>(&nested(MAX_DEPTH));
        let error = check::<Address>(&nested(MAX_DEPTH + 1)).unwrap_err();
        assert!(error.message.contains("100 levels"), "{}", error.message);
        assert!(error.message.len() < 400);
    }
}
