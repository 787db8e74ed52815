//! The body of a write: its type, its properties, and its references to other resources.

use graph_resource::{Property, ResourceInfo};
use serde_json::Value;

use crate::odata::entity_types::{EntityType, EntityTypes, type_name};
use crate::odata::names;
use crate::store::Properties;

use super::error::GraphError;
use super::reference::{bound_property, require_references};

/// Checks that all properties are known, and removes control information and annotations.
///
/// References are kept, and so are all properties of an open type.
pub(super) fn declared_properties(
    entity_type: EntityType<'_>,
    mut body: Properties,
) -> Result<Properties, GraphError> {
    let info = entity_type.info;
    require_type(entity_type, &body)?;
    for (name, value) in &body {
        require_known(entity_type, name, value)?;
    }
    body.retain(|name, _| match name.split_once('@') {
        None => true,
        Some((annotated, _)) => {
            bound_property(name).is_some()
                || (!annotated.is_empty() && info.property(annotated).is_none())
        }
    });
    Ok(body)
}

/// Returns the resource that the body of a create is one of: the one whose type it names, or else the declared one.
pub(super) fn created_resource(
    types: &EntityTypes,
    body: &Properties,
) -> Result<&'static ResourceInfo, GraphError> {
    let given = match body.get(names::TYPE) {
        None => return types.declared().ok_or_else(GraphError::type_missing),
        Some(Value::String(name)) => name.as_str(),
        Some(_) => return Err(GraphError::type_not_text()),
    };
    let named = type_name(body).and_then(|name| types.named(name));
    named.ok_or_else(|| GraphError::another_type(&types.name(), given))
}

/// Checks that a property can be set by a client.
pub(super) fn require_writable(property: Property, _: &Value) -> Result<(), GraphError> {
    if property.is_read_only() {
        let name = property.name();
        let message = format!("Property '{name}' is read-only and cannot be set.");
        return Err(GraphError::bad_request(message));
    }
    Ok(())
}

/// Checks the name of one member of the body: a property, an annotation, or control information.
fn require_known(entity_type: EntityType<'_>, name: &str, value: &Value) -> Result<(), GraphError> {
    let (annotated, _) = name.split_once('@').unwrap_or((name, ""));
    let bound = bound_property(name);
    let is_control_information = annotated.is_empty() && !name.is_empty() && bound.is_none();
    let is_dynamic = entity_type.is_open() && !annotated.is_empty() && bound.is_none();
    match entity_type.info.property(annotated) {
        Some(property) if bound.is_some() => {
            require_references(*property, value, annotated)?;
            require_writable(*property, value)
        }
        Some(_) => Ok(()),
        None if is_control_information || is_dynamic => Ok(()),
        None => Err(GraphError::unknown_property(entity_type.info, annotated)),
    }
}

/// Checks that a body names the type that the item has, or none.
fn require_type(entity_type: EntityType<'_>, body: &Properties) -> Result<(), GraphError> {
    let given = match body.get(names::TYPE) {
        None => return Ok(()),
        Some(Value::String(name)) => name.as_str(),
        Some(_) => return Err(GraphError::type_not_text()),
    };
    if type_name(body) == Some(entity_type.name) {
        return Ok(());
    }
    Err(GraphError::another_type(entity_type.name, given))
}
