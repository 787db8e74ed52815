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
        let property = types
            .property(name)
            .ok_or_else(|| unknown_property(name, types))?;
        if !selected.contains(&property.name()) {
            selected.push(property.name());
        }
    }
    Ok(Some(selected))
}

pub(super) fn unknown_property(name: &str, types: &dyn Properties) -> QueryError {
    QueryError::Invalid(format!(
        "Parsing OData Select and Expand failed: Could not find a property named '{}' on type '{}'.",
        truncate(name),
        types.type_name()
    ))
}
