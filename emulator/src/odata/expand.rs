use graph_resource::Property;

use crate::text::truncate;

use super::properties::Properties;
use super::query_error::QueryError;
use super::select::{parse_select, unknown_property};

/// A relationship in `$expand`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Expanded {
    pub(crate) property: Property,
    /// The selected properties of the related items, or `None` for all.
    pub(crate) select: Option<Vec<&'static str>>,
}

/// Parses the value of `$expand`: `manager,members($select=id,displayName)`.
pub(super) fn parse(value: &str, types: &dyn Properties) -> Result<Vec<Expanded>, QueryError> {
    let mut expanded: Vec<Expanded> = Vec::new();
    for item in items(value) {
        let item = parse_item(item.trim(), types)?;
        if !expanded.iter().any(|other| other.property == item.property) {
            expanded.push(item);
        }
    }
    Ok(expanded)
}

fn parse_item(item: &str, types: &dyn Properties) -> Result<Expanded, QueryError> {
    let (name, options) = match item.split_once('(') {
        Some((name, rest)) => (name, rest.strip_suffix(')').unwrap_or(rest)),
        None => (item, ""),
    };
    if name == "*" || name.contains('/') {
        return Err(unsupported(name));
    }
    let property = types.property(name).filter(|each| each.is_navigation());
    let property = property.ok_or_else(|| unknown_property(name, types))?;
    let select = match options.trim() {
        "" => None,
        options => parse_options(options, property)?,
    };
    Ok(Expanded { property, select })
}

/// Parses the options of one relationship, of which only `$select` is supported.
fn parse_options(
    options: &str,
    property: Property,
) -> Result<Option<Vec<&'static str>>, QueryError> {
    let (name, value) = options.split_once('=').unwrap_or((options, ""));
    let name = name.trim();
    let is_select = ["$select", "select"]
        .iter()
        .any(|each| name.eq_ignore_ascii_case(each));
    if !is_select || value.contains(';') {
        return Err(unsupported(options));
    }
    parse_select(value, &property.edm_type())
}

fn unsupported(part: &str) -> QueryError {
    QueryError::Unsupported(format!("$expand={}", truncate(part)))
}

/// Splits at the commas that are not in parentheses.
fn items(value: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_usize;
    value.split(move |character| {
        match character {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        character == ',' && depth == 0
    })
}

#[cfg(test)]
mod tests {
    use graph_resource::{EdmType, TypeInfo};

    use super::*;

    static TYPE: TypeInfo = TypeInfo::new(
        "#microsoft.graph.thing",
        true,
        &[
            Property::new("name", EdmType::String),
            Property::new("owner", EdmType::Untyped).navigation(),
            Property::new("parts", EdmType::Untyped).navigation(),
        ],
    );

    fn names(value: &str) -> Result<Vec<&'static str>, QueryError> {
        let expanded = parse(value, &TYPE)?;
        Ok(expanded.iter().map(|each| each.property.name()).collect())
    }

    #[test]
    fn relationships_are_separated_by_commas() {
        for (value, expected) in [
            ("owner", &["owner"][..]),
            ("parts, owner", &["parts", "owner"]),
            ("owner,owner", &["owner"]),
            ("owner()", &["owner"]),
            ("owner($select=*),parts", &["owner", "parts"]),
        ] {
            assert_eq!(names(value), Ok(expected.to_vec()), "{value}");
        }
    }

    #[test]
    fn what_is_not_supported_is_not_ignored() {
        for value in [
            "*",
            "owner/$ref",
            "owner($filter=a)",
            "owner($select=*;$top=1)",
            "parts($levels=2)",
        ] {
            assert!(
                matches!(names(value), Err(QueryError::Unsupported(_))),
                "{value}"
            );
        }
        for value in ["", "name", "other", "owner,,parts", "owner($select=other)"] {
            assert!(
                matches!(names(value), Err(QueryError::Invalid(_))),
                "{value}"
            );
        }
    }
}
