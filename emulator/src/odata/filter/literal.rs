//! Literals in an expression.

use graph_resource::EdmType;
use serde_json::Value;

use crate::odata::primitive;

/// A literal as it is written.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Literal<'t> {
    /// Text in quotes, decoded, with what stands before it: nothing, `duration`, `binary`, or the name of an enumeration type.
    Quoted(&'t str, String),
    Bare(&'t str),
}

impl Literal<'_> {
    /// Returns the value of the literal as one of a type.
    pub(super) fn to_value(&self, edm_type: EdmType) -> Option<Value> {
        if *self == Self::Bare("null") {
            return Some(Value::Null);
        }
        if let EdmType::Nullable(edm_type) = edm_type {
            return self.to_value(*edm_type);
        }
        match self {
            Self::Quoted(prefix, text) => {
                let is_of_type = match edm_type {
                    EdmType::String | EdmType::Untyped => prefix.is_empty(),
                    EdmType::Enum(_) => prefix.is_empty() || prefix.contains('.'),
                    EdmType::Duration => *prefix == "duration",
                    EdmType::Binary => *prefix == "binary",
                    _ => false,
                };
                is_of_type.then(|| text.clone().into())
            }
            Self::Bare(text) => match edm_type {
                EdmType::Untyped => primitive::parse(EdmType::Boolean, text)
                    .or_else(|| primitive::parse(EdmType::Double, text)),
                EdmType::String | EdmType::Enum(_) => None,
                _ => primitive::parse(edm_type, text),
            },
        }
    }
}
