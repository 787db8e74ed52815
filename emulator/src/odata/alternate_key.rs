use graph_resource::{Property, TypeInfo};
use serde_json::Value;

use crate::store::Properties;

use super::key::comparable_text;
use super::literal::{Literal, LiteralError};

/// An alternate key that identifies an item in a path: `applications(appId='…')`.
#[derive(Debug, Clone)]
pub(crate) struct AlternateKey {
    pub(crate) property: Property,
    pub(crate) value: Value,
}

/// Splits a segment with an alternate key into the name of the collection, the name of the property, and the literal.
pub(super) fn split(segment: &str) -> Option<(&str, &str, &str)> {
    let (collection, rest) = segment.split_once('(')?;
    let (property, literal) = rest.strip_suffix(')')?.split_once('=')?;
    Some((collection, property, literal))
}

impl AlternateKey {
    /// Returns `None` if the type has no such alternate key, or the text is not a literal.
    pub(super) fn parse(
        info: &TypeInfo,
        property: &str,
        literal: &str,
    ) -> Result<Option<Self>, LiteralError> {
        let property = info.property(property);
        let Some(property) = property.filter(|property| property.is_alternate_key()) else {
            return Ok(None);
        };
        let Some(parsed) = Literal::parse(literal) else {
            return Ok(None);
        };
        let edm_type = property.edm_type();
        let value = parsed.to_value(edm_type);
        let value = value.ok_or_else(|| LiteralError::new(literal, edm_type))?;
        Ok(Some(Self {
            property: *property,
            value,
        }))
    }

    /// Returns whether an item with these properties has this key.
    pub(super) fn matches(&self, properties: &Properties) -> bool {
        let stored = properties.get(self.property.name());
        let stored = stored.and_then(|stored| comparable_text(self.property, stored));
        stored.is_some() && stored == comparable_text(self.property, &self.value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_segment_is_split_at_its_first_delimiters() {
        for (segment, parts) in [
            ("apps(appId='a=b)')", Some(("apps", "appId", "'a=b)'"))),
            ("apps(skuId=7)", Some(("apps", "skuId", "7"))),
            ("apps", None),
            ("apps('1')", None),
            ("apps(a='1'", None),
        ] {
            assert_eq!(split(segment), parts, "{segment}");
        }
    }
}
