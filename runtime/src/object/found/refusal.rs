use std::fmt::{self, Debug, Display};

use serde_core::de::{self, Expected, Unexpected};

/// Why a value was not taken: for a reason of its place, or for one that its source knows.
#[derive(Debug)]
pub struct Refusal(Option<Box<str>>);

impl Refusal {
    /// The source has kept the reason.
    pub(super) const IN_SOURCE: Self = Self(None);

    /// The reason as an error of the format, where `kept` is the one that its source knows.
    #[cold]
    pub(crate) fn into_error<E: de::Error>(self, kept: Option<E>) -> E {
        match (self.0, kept) {
            (Some(reason), _) => E::custom(reason),
            (None, Some(error)) => error,
            (None, None) => E::custom(Self(None)),
        }
    }
}

impl de::Error for Refusal {
    #[cold]
    fn custom<T: Display>(reason: T) -> Self {
        Self(Some(reason.to_string().into_boxed_str()))
    }

    #[cold]
    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let found = match found {
            Unexpected::Unit => Unexpected::Other("null"),
            found => found,
        };
        Self::custom(format_args!("invalid type: {found}, expected {expected}"))
    }
}

impl Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_deref().unwrap_or("the value cannot be read"))
    }
}

impl std::error::Error for Refusal {}
