//! Keys in parentheses ("OData URL Conventions", Canonical URL): `users('adele')`, `skus(number=7)`.

use std::fmt;

use graph_resource::{EdmType, TypeInfo};

use super::address_error::AddressError;
use super::alternate_key::AlternateKey;
use super::key::{key_property, key_text};
use super::literal::{Literal, LiteralError};

/// A key in parentheses, whose type is not known yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct KeyPredicate {
    /// The name of the property, or `None` for the key of the type.
    property: Option<String>,
    literal: Literal,
    /// The literal as it was written.
    text: String,
}

/// A key of a type.
#[derive(Debug)]
pub(super) enum TypedKey {
    /// The key, as the text that identifies an item.
    Primary(String),
    Alternate(AlternateKey),
}

/// Splits a segment into a name and the key after it, if it has that form.
pub(super) fn split(segment: &str) -> Option<(&str, KeyPredicate)> {
    let (name, rest) = segment.split_once('(')?;
    let predicate = rest.strip_suffix(')')?;
    let (property, literal) = match predicate.split_once('=') {
        Some((property, literal)) if !property.contains('\'') => (Some(property), literal),
        _ => (None, predicate),
    };
    let predicate = KeyPredicate {
        property: property.map(str::to_owned),
        literal: Literal::parse(literal)?,
        text: literal.to_owned(),
    };
    Some((name, predicate))
}

/// Returns the segments with each key in a segment of its own: `users('adele')` becomes `users` and `adele`.
pub(crate) fn separate_keys(segments: &[String]) -> Vec<String> {
    let separate = |segment: &String| match split(segment) {
        Some((name, predicate)) => match predicate.untyped() {
            Some(key) => vec![name.to_owned(), key],
            None => vec![segment.clone()],
        },
        None => vec![segment.clone()],
    };
    segments.iter().flat_map(separate).collect()
}

impl KeyPredicate {
    /// Returns the key as one of a type, or `None` if the type has no such key.
    pub(super) fn typed(&self, info: &TypeInfo) -> Result<Option<TypedKey>, LiteralError> {
        let property = match &self.property {
            None => key_property(info),
            Some(name) => info.property(name).copied(),
        };
        let Some(property) = property.filter(|each| each.is_key() || each.is_alternate_key())
        else {
            return Ok(None);
        };
        let value = self.literal.to_value(property.edm_type());
        let error = || LiteralError::new(&self.text, property.edm_type());
        let value = value.ok_or_else(error)?;
        if !property.is_key() {
            return Ok(Some(TypedKey::Alternate(AlternateKey { property, value })));
        }
        let text = key_text(property, &value).ok_or_else(error)?;
        Ok(Some(TypedKey::Primary(text)))
    }

    pub(super) fn not_found(&self) -> AddressError {
        AddressError::NotFound(self.to_string())
    }

    /// Returns the key of an item whose type is not known, which can only be called `id`.
    pub(super) fn untyped(&self) -> Option<String> {
        let is_id = self.property.as_deref().is_none_or(|name| name == "id");
        let value = self.literal.to_value(EdmType::String)?;
        let text = value.as_str().filter(|text| !text.is_empty())?;
        is_id.then(|| text.to_owned())
    }
}

/// Shows the key as it is written between the parentheses.
impl fmt::Display for KeyPredicate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.property {
            Some(property) => write!(f, "{property}={}", self.text),
            None => f.write_str(&self.text),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use graph_resource::Property;

    use super::*;

    static TYPE: TypeInfo = TypeInfo::new(
        "#microsoft.graph.sku",
        true,
        &[
            Property::new("skuId", EdmType::Guid).key(),
            Property::new("number", EdmType::Int32).alternate_key(),
            Property::new("name", EdmType::String),
        ],
    );

    const GUID: &str = "62e90394-69f5-4237-9190-012177145e10";

    fn typed(segment: &str) -> Result<Option<String>, LiteralError> {
        let key = split(segment).unwrap().1.typed(&TYPE)?;
        Ok(key.map(|key| match key {
            TypedKey::Primary(text) => text,
            TypedKey::Alternate(key) => format!("{}={}", key.property.name(), key.value),
        }))
    }

    #[test]
    fn a_segment_is_split_at_its_first_delimiters() {
        for (segment, name, property, text) in [
            ("apps(appId='a=b)')", "apps", Some("appId"), "'a=b)'"),
            ("apps(skuId=7)", "apps", Some("skuId"), "7"),
            ("apps('1')", "apps", None, "'1'"),
            ("apps('a=(b)''c')", "apps", None, "'a=(b)''c'"),
            ("apps(7)", "apps", None, "7"),
        ] {
            let (found, predicate) = split(segment).unwrap();
            let found = (
                found,
                predicate.property.as_deref(),
                predicate.text.as_str(),
            );
            assert_eq!(found, (name, property, text), "{segment}");
        }
        for segment in [
            "apps",
            "apps()",
            "apps(a='1'",
            "apps('a'b')",
            "apps(a='1',b='2')",
        ] {
            assert_eq!(split(segment), None, "{segment}");
        }
    }

    #[test]
    fn the_type_determines_the_form_of_a_key() {
        let upper = GUID.to_uppercase();
        for (segment, key) in [
            (format!("skus({upper})"), Some(GUID)),
            (format!("skus(skuId={GUID})"), Some(GUID)),
            ("skus(number=7)".into(), Some("number=7")),
            ("skus(name='a')".into(), None),
            ("skus(other='a')".into(), None),
        ] {
            assert_eq!(typed(&segment), Ok(key.map(str::to_owned)), "{segment}");
        }
        for segment in [
            format!("skus('{GUID}')"),
            "skus(7)".into(),
            "skus(number='7')".into(),
        ] {
            assert!(typed(&segment).is_err(), "{segment}");
        }
    }

    #[test]
    fn a_key_of_an_unknown_type_may_be_quoted_or_not() {
        for (segment, key) in [
            ("users('O''Neil')", Some("O'Neil")),
            ("users(7)", Some("7")),
            ("users(id='a')", Some("a")),
            ("users(mail='a')", None),
            ("users('')", None),
        ] {
            let (_, predicate) = split(segment).unwrap();
            assert_eq!(predicate.untyped().as_deref(), key, "{segment}");
        }
    }
}
