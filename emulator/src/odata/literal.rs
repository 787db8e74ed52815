/// A value in a URL ("OData URL Conventions", Primitive Literals).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Literal {
    /// A string in quotes, decoded.
    Quoted(String),
    /// A number or a GUID.
    Bare(String),
}

impl Literal {
    pub(super) fn parse(literal: &str) -> Option<Self> {
        let Some(quoted) = literal.strip_prefix('\'') else {
            let is_bare = !literal.is_empty() && !literal.contains(['\'', '(', ')', ',', '=']);
            return is_bare.then(|| Self::Bare(literal.to_owned()));
        };
        let quoted = quoted.strip_suffix('\'')?;
        let ends_early = quoted.replace("''", "").contains('\'');
        (!ends_early).then(|| Self::Quoted(quoted.replace("''", "'")))
    }

    /// Returns the value without quotes.
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Quoted(text) | Self::Bare(text) => text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
