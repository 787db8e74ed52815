use graph_resource::{Property, TypeInfo};
use serde_json::Value;

use crate::store::Properties;

/// The name of an item other than its key, as an address has it: `applications(appId='…')`.
#[derive(Debug, Clone)]
pub(crate) struct Alternate {
    pub(crate) property: Property,
    literal: Literal,
}

/// A value in a URL ("OData URL Conventions", Primitive Literals).
#[derive(Debug, Clone, PartialEq, Eq)]
enum Literal {
    /// In quotes.
    Text(String),
    /// A number, or a GUID.
    Bare(String),
}

/// A segment with an alternate key, taken apart: the name of the collection, the name of the property, and the literal.
pub(crate) fn split(segment: &str) -> Option<(&str, &str, &str)> {
    let (collection, rest) = segment.split_once('(')?;
    let (property, literal) = rest.strip_suffix(')')?.split_once('=')?;
    Some((collection, property, literal))
}

impl Alternate {
    /// None where the type has no such alternate key, or the literal is none.
    pub(crate) fn parse(info: &TypeInfo, property: &str, literal: &str) -> Option<Self> {
        let property = *info.property(property)?;
        let literal = Literal::parse(literal)?;
        property
            .is_alternate_key()
            .then_some(Self { property, literal })
    }

    pub(crate) fn names(&self, properties: &Properties) -> bool {
        match properties.get(self.property.name()) {
            Some(Value::String(text)) => text == self.literal.text(),
            Some(Value::Number(number)) => number.to_string() == self.literal.text(),
            _ => false,
        }
    }

    /// The value that an item has which is created under this name.
    pub(crate) fn value(&self) -> Value {
        match &self.literal {
            Literal::Text(text) => text.clone().into(),
            Literal::Bare(text) => text
                .parse()
                .map_or_else(|_| text.clone().into(), |number: i64| number.into()),
        }
    }
}

impl Literal {
    fn parse(literal: &str) -> Option<Self> {
        let Some(quoted) = literal.strip_prefix('\'') else {
            let is_bare = !literal.is_empty() && !literal.contains(['\'', '(', ')', ',', '=']);
            return is_bare.then(|| Self::Bare(literal.to_owned()));
        };
        let quoted = quoted.strip_suffix('\'')?;
        let ends_before = quoted.replace("''", "").contains('\'');
        (!ends_before).then(|| Self::Text(quoted.replace("''", "'")))
    }

    fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Bare(text) => text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_literal_is_in_quotes_or_plain() {
        let text = |text: &str| Some(Literal::Text(text.to_owned()));
        for (literal, expected) in [
            ("'a'", text("a")),
            ("''", text("")),
            ("'O''Neil'''", text("O'Neil'")),
            ("'a)(b=c'", text("a)(b=c")),
            ("-7", Some(Literal::Bare("-7".to_owned()))),
            ("'a", None),
            ("'a'b'", None),
            ("a'", None),
            ("'", None),
            ("", None),
            ("1,b='c'", None),
        ] {
            assert_eq!(Literal::parse(literal), expected, "{literal}");
        }
    }

    #[test]
    fn a_segment_is_taken_apart_at_its_first_signs() {
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
