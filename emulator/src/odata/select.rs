use crate::text::truncate;

use super::properties::Properties;
use super::query_error::QueryError;

/// Parses the names of properties. `*` selects all of them.
pub(super) fn parse_select(
    value: &str,
    types: &dyn Properties,
) -> Result<Option<Vec<&'static str>>, QueryError> {
    let mut selected = Vec::new();
    for name in value.split(',').map(str::trim) {
        if name == "*" {
            return Ok(None);
        }
        let property = types.property(name);
        let property = property.ok_or_else(|| not_selectable(name, types))?;
        if !selected.contains(&property.name()) {
            selected.push(property.name());
        }
    }
    Ok(Some(selected))
}

/// Creates the error for a name that is no property: a path to a part of one, or with a type in it, is not supported.
fn not_selectable(name: &str, types: &dyn Properties) -> QueryError {
    let first = name.split_once('/').map(|(first, _)| first);
    let is_path =
        |first: &str| first.starts_with("microsoft.graph.") || types.property(first).is_some();
    if first.is_some_and(is_path) {
        return QueryError::Unsupported(format!("$select={}", truncate(name)));
    }
    unknown_property(name, types)
}

pub(super) fn unknown_property(name: &str, types: &dyn Properties) -> QueryError {
    QueryError::Invalid(format!(
        "Parsing OData Select and Expand failed: Could not find a property named '{}' on type '{}'.",
        truncate(name),
        types.type_name()
    ))
}
