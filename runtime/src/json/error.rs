use std::fmt::{self, Debug, Display};

use serde_core::de::{self, Expected, Unexpected};
use serde_core::ser;

/// The error of a value that cannot be read or written.
///
/// It is one pointer wide, because it is in the result of every step of reading and writing.
#[derive(Debug)]
pub struct ValueError(Box<Reason>);

#[derive(Debug)]
enum Reason {
    Message(String),
    /// The source or the serializer has kept its own error.
    InSource,
}

impl ValueError {
    /// Creates the placeholder for an error that the source or the serializer has kept.
    #[cold]
    pub(super) fn in_source() -> Self {
        Self(Box::new(Reason::InSource))
    }

    /// Returns the error of a serializer whose methods were called in a wrong order.
    #[cold]
    pub(super) fn out_of_order() -> Self {
        ser::Error::custom("the methods of the serializer were called in a wrong order")
    }

    /// Converts into an error of the format. `kept` is the error that the source has kept.
    #[cold]
    pub(super) fn into_format<E: de::Error>(self, kept: Option<E>) -> E {
        match (*self.0, kept) {
            (Reason::Message(reason), _) => E::custom(reason),
            (Reason::InSource, Some(error)) => error,
            (Reason::InSource, None) => E::custom("the value cannot be read"),
        }
    }
}

impl de::Error for ValueError {
    #[cold]
    fn custom<T: Display>(reason: T) -> Self {
        Self(Box::new(Reason::Message(reason.to_string())))
    }

    #[cold]
    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let found = match found {
            Unexpected::Unit => Unexpected::Other("null"),
            found => found,
        };
        de::Error::custom(format_args!("invalid type: {found}, expected {expected}"))
    }
}

impl ser::Error for ValueError {
    #[cold]
    fn custom<T: Display>(reason: T) -> Self {
        de::Error::custom(reason)
    }
}

impl Display for ValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Reason::Message(reason) => f.write_str(reason),
            Reason::InSource => f.write_str("the value cannot be read"),
        }
    }
}

impl std::error::Error for ValueError {}
