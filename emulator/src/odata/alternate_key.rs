use graph_resource::{Property, TypeInfo};
use serde_json::Value;

use crate::store::Properties;

use super::literal::Literal;

/// An alternate key that identifies an item in a path: `applications(appId='…')`.
#[derive(Debug, Clone)]
pub(crate) struct AlternateKey {
    pub(crate) property: Property,
    literal: Literal,
}

/// Splits a segment with an alternate key into the name of the collection, the name of the property, and the literal.
pub(super) fn split(segment: &str) -> Option<(&str, &str, &str)> {
    let (collection, rest) = segment.split_once('(')?;
    let (property, literal) = rest.strip_suffix(')')?.split_once('=')?;
    Some((collection, property, literal))
}

impl AlternateKey {
    /// Returns `None` if the type has no such alternate key, or the literal is invalid.
    pub(super) fn parse(info: &TypeInfo, property: &str, literal: &str) -> Option<Self> {
        let property = *info.property(property)?;
        let literal = Literal::parse(literal)?;
        property
            .is_alternate_key()
            .then_some(Self { property, literal })
    }

    /// Returns whether an item with these properties has this key.
    pub(super) fn matches(&self, properties: &Properties) -> bool {
        match properties.get(self.property.name()) {
            Some(Value::String(text)) => text == self.literal.text(),
            Some(Value::Number(number)) => number.to_string() == self.literal.text(),
            _ => false,
        }
    }

    /// Returns the value of the property in an item that is created with this key.
    pub(crate) fn value(&self) -> Value {
        match &self.literal {
            Literal::Quoted(text) => text.clone().into(),
            Literal::Bare(text) => text
                .parse()
                .map_or_else(|_| text.clone().into(), |number: i64| number.into()),
        }
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
