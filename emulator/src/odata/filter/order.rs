use std::cmp::Ordering;

use graph_resource::EdmType;

use super::path::{Path, Scope};
use super::value::compare;
use crate::odata::properties::Properties as Types;
use crate::odata::query_error::QueryError;
use crate::odata::select::unknown_property;
use crate::store::Properties;
use crate::text::truncate;

/// A property by which items are ordered.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Order {
    path: Path,
    is_descending: bool,
}

/// Parses the value of `$orderby`: `displayName desc,address/city`.
pub(crate) fn parse(value: &str, types: &dyn Types) -> Result<Vec<Order>, QueryError> {
    value.split(',').map(|part| one(part, types)).collect()
}

fn one(part: &str, types: &dyn Types) -> Result<Order, QueryError> {
    let mut words = part.split_whitespace();
    let path = words.next().unwrap_or_default();
    let is_descending = match (words.next(), words.next()) {
        (None | Some("asc"), None) => false,
        (Some("desc"), None) => true,
        _ => {
            let message = format!("Syntax error in '$orderby={}'.", truncate(part));
            return Err(QueryError::Invalid(message));
        }
    };
    if path.contains('(') {
        return Err(QueryError::Unsupported(format!(
            "$orderby={}",
            truncate(path)
        )));
    }
    let mut names = path.split('/');
    let first = names.next().unwrap_or_default();
    let property = types
        .property(first)
        .ok_or_else(|| unknown_property(first, types))?;
    let mut path = Path {
        element: None,
        names: vec![property.name()],
        edm_type: property.edm_type(),
    };
    for name in names {
        let property = path.edm_type.property(name);
        let property = property.ok_or_else(|| unknown_property(name, &path.edm_type))?;
        path.names.push(property.name());
        path.edm_type = property.edm_type();
    }
    let has_order = !matches!(
        path.edm_type,
        EdmType::Collection(_) | EdmType::Structured(_) | EdmType::OneOf(_) | EdmType::Map(_)
    );
    if has_order {
        return Ok(Order {
            path,
            is_descending,
        });
    }
    let message = format!("The property '{}' has no order.", path.names.join("/"));
    Err(QueryError::Invalid(message))
}

impl Order {
    /// Compares two items. One without a value comes before those with one ("OData URL Conventions", System Query Option $orderby).
    pub(crate) fn compare(&self, one: &Properties, other: &Properties) -> Ordering {
        let [one, other] = [one, other].map(|item| {
            let scope = Scope {
                item,
                elements: &[],
            };
            self.path.value(scope)
        });
        let order = match (one.is_null(), other.is_null()) {
            (false, false) => compare(self.path.edm_type, one, other).unwrap_or(Ordering::Equal),
            (one, other) => other.cmp(&one),
        };
        if self.is_descending {
            order.reverse()
        } else {
            order
        }
    }
}
