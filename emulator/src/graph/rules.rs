use graph_resource::{EdmType, Property, TypeInfo};
use serde_json::Value;

use crate::odata::entity_types::EntityType;
use crate::odata::key::key_text;
use crate::store::Properties;

use super::error::GraphError;
use super::payload::{declared_properties, require_writable};
use super::types::require_valid_value;

/// A rule for one property in the body of a write.
type Rule = fn(Property, &Value) -> Result<(), GraphError>;

const CREATE: &[Rule] = &[
    require_writable,
    require_nullable,
    require_valid_key,
    require_valid_value,
];
const UPDATE: &[Rule] = &[
    require_not_key,
    require_writable,
    require_updatable,
    require_nullable,
    require_valid_value,
];

/// Returns the properties that the body of a create sets.
pub(super) fn validate_create(
    info: &'static TypeInfo,
    body: Properties,
) -> Result<Properties, GraphError> {
    let properties = declared_properties(EntityType::of(info), body)?;
    apply(CREATE, info, &properties)?;
    require_required(info, &properties)?;
    Ok(properties)
}

/// Returns the properties that the body of an update changes.
pub(super) fn validate_update(
    entity_type: EntityType<'_>,
    body: Properties,
) -> Result<Properties, GraphError> {
    let properties = declared_properties(entity_type, body)?;
    apply(UPDATE, entity_type.info, &properties)?;
    Ok(properties)
}

/// Returns the properties of the body of an update that replaces the item.
pub(super) fn validate_replacement(
    entity_type: EntityType<'_>,
    body: Properties,
) -> Result<Properties, GraphError> {
    let properties = validate_update(entity_type, body)?;
    let mut declared = entity_type.info.all_properties();
    let is_needed = |property: &Property| {
        property.is_updatable()
            && !property.is_nullable()
            && !property.is_navigation()
            && !property.is_write_only()
            && !matches!(
                property.edm_type(),
                EdmType::Collection(_) | EdmType::Map(_)
            )
    };
    match declared.find(|property| is_needed(property) && !properties.contains_key(property.name()))
    {
        None => Ok(properties),
        Some(missing) => Err(GraphError::null_value(missing.name())),
    }
}

fn apply(rules: &[Rule], info: &TypeInfo, given: &Properties) -> Result<(), GraphError> {
    let declared = info.all_properties();
    let present = declared.filter_map(|property| Some((property, given.get(property.name())?)));
    for (property, value) in present {
        rules.iter().try_for_each(|rule| rule(property, value))?;
    }
    Ok(())
}

fn require_required(info: &TypeInfo, given: &Properties) -> Result<(), GraphError> {
    let mut required = info
        .all_properties()
        .filter(|property| property.is_required());
    match required.find(|property| !given.contains_key(property.name())) {
        None => Ok(()),
        Some(missing) => Err(GraphError::bad_request(format!(
            "The required property '{}' is missing.",
            missing.name()
        ))),
    }
}

fn require_not_key(property: Property, _: &Value) -> Result<(), GraphError> {
    reject_if(property.is_key(), || {
        let name = property.name();
        format!("The key property '{name}' cannot be updated.")
    })
}

fn require_updatable(property: Property, _: &Value) -> Result<(), GraphError> {
    reject_if(property.is_create_only(), || {
        let name = property.name();
        format!("Property '{name}' can be set when the resource is created, and cannot be updated.")
    })
}

fn require_nullable(property: Property, value: &Value) -> Result<(), GraphError> {
    if value.is_null() && !property.is_nullable() {
        return Err(GraphError::null_value(property.name()));
    }
    Ok(())
}

fn require_valid_key(property: Property, value: &Value) -> Result<(), GraphError> {
    reject_if(
        property.is_key() && key_text(property, value).is_none(),
        || {
            let name = property.name();
            format!("The value of the key property '{name}' is not a valid key.")
        },
    )
}

fn reject_if(is_broken: bool, message: impl FnOnce() -> String) -> Result<(), GraphError> {
    if is_broken {
        return Err(GraphError::bad_request(message()));
    }
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use serde_json::json;

    use super::*;

    static TYPE: TypeInfo = TypeInfo::new(
        "#microsoft.graph.thing",
        true,
        &[
            Property::new("id", EdmType::String).key().read_only(),
            Property::new("name", EdmType::String).required(),
            Property::new("note", EdmType::String).nullable(),
            Property::new("status", EdmType::String)
                .nullable()
                .read_only(),
            Property::new("kind", EdmType::String)
                .nullable()
                .create_only(),
            Property::new("password", EdmType::String)
                .nullable()
                .write_only(),
        ],
    );

    fn object(value: Value) -> Properties {
        serde_json::from_value(value).unwrap()
    }

    fn error_message(result: Result<Properties, GraphError>) -> String {
        result.unwrap_err().message
    }

    #[test]
    fn the_error_names_a_property_that_may_not_be_written() {
        for (name, value) in [
            ("id", json!("1")),
            ("name", json!(null)),
            ("status", json!("ready")),
            ("kind", json!("new")),
            ("other", json!(1)),
            ("", json!(1)),
            (
                "other@odata.bind",
                json!("https://graph.microsoft.com/v1.0/users/1"),
            ),
        ] {
            let quoted = format!("'{}'", name.split('@').next().unwrap());
            let message = error_message(validate_update(
                EntityType::of(&TYPE),
                object(json!({ name: value })),
            ));
            assert!(message.contains(&quoted), "{message}");
        }
    }

    #[test]
    fn an_update_keeps_writable_properties_and_no_control_information() {
        let body = object(json!({
            "@odata.type": "https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.thing",
            "@odata.etag": "W/\"1\"",
            "@odata.context": null,
            "note@odata.type": "#String",
            "note": null,
            "password": "secret",
        }));
        let changes = validate_update(EntityType::of(&TYPE), body).unwrap();
        assert_eq!(
            Value::Object(changes),
            json!({ "note": null, "password": "secret" })
        );
    }

    #[test]
    fn a_create_requires_required_properties_and_allows_create_only_ones() {
        assert!(error_message(validate_create(&TYPE, Properties::new())).contains("'name'"));
        assert!(validate_create(&TYPE, object(json!({ "name": "a", "kind": "new" }))).is_ok());
        assert!(
            error_message(validate_create(
                &TYPE,
                object(json!({ "name": "a", "id": "1" }))
            ))
            .contains("'id'")
        );
    }

    #[test]
    fn another_type_is_rejected() {
        for name in [
            json!("#microsoft.graph.user"),
            json!(1),
            json!(""),
            json!("#"),
        ] {
            let body = object(json!({ "@odata.type": name, "note": "x" }));
            assert!(validate_update(EntityType::of(&TYPE), body).is_err());
        }
    }
}
