//! The body of a write: its type, its properties, and its references to other resources.

use graph_resource::{Property, TypeInfo};
use serde_json::Value;

use crate::odata::names;
use crate::store::Properties;
use crate::text::truncate;

use super::error::GraphError;

/// The annotation that refers to other resources: `owner@odata.bind`.
pub(super) const BIND: &str = "odata.bind";

/// Checks that all properties are known, and removes control information and annotations.
///
/// References are kept, and so are all properties of an open type.
pub(super) fn declared_properties(
    info: &TypeInfo,
    mut body: Properties,
) -> Result<Properties, GraphError> {
    require_type(info, &body)?;
    for (name, value) in &body {
        require_known(info, name, value)?;
    }
    body.retain(|name, _| match name.split_once('@') {
        None => true,
        Some((annotated, term)) => {
            term == BIND || (!annotated.is_empty() && info.property(annotated).is_none())
        }
    });
    Ok(body)
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
fn require_known(info: &TypeInfo, name: &str, value: &Value) -> Result<(), GraphError> {
    let (annotated, term) = name.split_once('@').unwrap_or((name, ""));
    let is_control_information = annotated.is_empty() && !name.is_empty();
    let is_dynamic = info.is_open() && !annotated.is_empty() && term != BIND;
    match info.property(annotated) {
        Some(property) if term == BIND => require_reference(*property, value),
        Some(_) => Ok(()),
        None if is_control_information || is_dynamic => Ok(()),
        None => Err(GraphError::unknown_property(info, annotated)),
    }
}

/// Checks a reference: one URL, several, or `null` if the relationship is optional.
fn require_reference(property: Property, value: &Value) -> Result<(), GraphError> {
    let is_reference = match value {
        Value::String(_) => true,
        Value::Array(references) => references.iter().all(Value::is_string),
        Value::Null => property.is_nullable(),
        _ => false,
    };
    if !is_reference {
        let name = property.name();
        let message =
            format!("The value of '{name}@{BIND}' is not a reference to another resource.");
        return Err(GraphError::bad_request(message));
    }
    require_writable(property, value)
}

/// Checks `@odata.type`: `#microsoft.graph.x`, `microsoft.graph.x` and `https://…/$metadata#microsoft.graph.x` are the same type.
fn require_type(info: &TypeInfo, body: &Properties) -> Result<(), GraphError> {
    let given = match body.get(names::TYPE) {
        None => return Ok(()),
        Some(Value::String(name)) => name.as_str(),
        Some(_) => {
            let message = "The value of '@odata.type' is not a string.";
            return Err(GraphError::bad_request(message));
        }
    };
    let name = given.rsplit('#').next().unwrap_or_default();
    if name == info.name() {
        return Ok(());
    }
    Err(GraphError::bad_request(format!(
        "A resource of type '{}' cannot be written as '{}'.",
        info.name(),
        truncate(given)
    )))
}
