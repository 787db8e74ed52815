use std::fmt;

use graph_resource::EdmType;
use serde_json::Value;

use super::primitive;
use crate::text::truncate;

/// A value in a URL ("OData URL Conventions", Primitive Literals).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Literal {
    /// A string or a member of an enumeration in quotes, decoded.
    Quoted(String),
    /// A value of any other type.
    Bare(String),
}

/// A literal that is not a value of the type of its property.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LiteralError {
    literal: String,
    expected: EdmType,
}

impl LiteralError {
    pub(super) fn new(literal: &str, expected: EdmType) -> Self {
        Self {
            literal: truncate(literal).to_owned(),
            expected,
        }
    }
}

impl fmt::Display for LiteralError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Cannot convert the literal '{}' to the expected type '{}'.",
            self.literal, self.expected
        )
    }
}

impl Literal {
    /// Parses a literal by its form alone.
    pub(crate) fn parse(literal: &str) -> Option<Self> {
        let Some(quoted) = literal.strip_prefix('\'') else {
            let is_bare = !literal.is_empty() && !literal.contains(['\'', '(', ')', ',', '=']);
            return is_bare.then(|| Self::Bare(literal.to_owned()));
        };
        let quoted = quoted.strip_suffix('\'')?;
        let ends_early = quoted.replace("''", "").contains('\'');
        (!ends_early).then(|| Self::Quoted(quoted.replace("''", "'")))
    }

    /// Returns the text of the literal, without quotes.
    pub(crate) fn into_text(self) -> String {
        match self {
            Self::Quoted(text) | Self::Bare(text) => text,
        }
    }

    /// Returns the value of the literal as one of a type. The type determines whether the literal has quotes; only strings may lack them.
    pub(super) fn to_value(&self, edm_type: EdmType) -> Option<Value> {
        match (self, edm_type) {
            (Self::Quoted(text), EdmType::String | EdmType::Enum(_) | EdmType::Untyped) => {
                Some(text.clone().into())
            }
            (Self::Quoted(_), _) | (Self::Bare(_), EdmType::Enum(_)) => None,
            (Self::Bare(text), EdmType::Untyped) => {
                primitive::parse(EdmType::Int64, text).or_else(|| Some(text.clone().into()))
            }
            (Self::Bare(text), _) => primitive::parse(edm_type, text),
        }
    }
}

#[cfg(test)]
mod tests {
    use graph_resource::EnumInfo;
    use serde_json::json;

    use super::*;

    static COLOR: EnumInfo = EnumInfo::new("microsoft.graph.color", &["red"]);

    #[test]
    fn a_literal_is_quoted_or_bare() {
        let quoted = |text: &str| Some(Literal::Quoted(text.to_owned()));
        for (literal, expected) in [
            ("'a'", quoted("a")),
            ("''", quoted("")),
            ("'O''Neil'''", quoted("O'Neil'")),
            ("'a)(b=c'", quoted("a)(b=c")),
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
    fn the_type_determines_whether_a_literal_has_quotes() {
        const GUID: &str = "9a3b9e7c-0d5e-4a52-b7de-0d2fd1c8b3c5";
        for (edm_type, text, value) in [
            (EdmType::Int32, "7", json!(7)),
            (EdmType::Int64, "7", json!(7)),
            (EdmType::Guid, GUID, json!(GUID)),
            (EdmType::Date, "2012-12-03", json!("2012-12-03")),
            (EdmType::Boolean, "true", json!(true)),
        ] {
            assert_eq!(
                Literal::Bare(text.to_owned()).to_value(edm_type),
                Some(value)
            );
            assert_eq!(Literal::Quoted(text.to_owned()).to_value(edm_type), None);
        }
        let (quoted, bare) = (Literal::Quoted("7".into()), Literal::Bare("7".into()));
        assert_eq!(quoted.to_value(EdmType::Enum(&COLOR)), Some(json!("7")));
        assert_eq!(bare.to_value(EdmType::Enum(&COLOR)), None);
        assert_eq!(quoted.to_value(EdmType::String), Some(json!("7")));
        assert_eq!(bare.to_value(EdmType::String), Some(json!("7")));
        assert_eq!(quoted.to_value(EdmType::Untyped), Some(json!("7")));
        assert_eq!(bare.to_value(EdmType::Untyped), Some(json!(7)));
    }
}
