use std::fmt;

use super::literal::LiteralError;

/// The reason why a path leads nowhere, although all its segments are known.
#[derive(Debug)]
pub(crate) enum AddressError {
    /// A key is not one of its type.
    Literal(LiteralError),
    /// No item has this alternate key.
    NotFound(String),
}

impl fmt::Display for AddressError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Literal(error) => error.fmt(f),
            Self::NotFound(key) => write!(f, "there is no item with the key `{key}`"),
        }
    }
}

impl From<LiteralError> for AddressError {
    fn from(error: LiteralError) -> Self {
        Self::Literal(error)
    }
}
