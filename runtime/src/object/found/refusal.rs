use std::fmt::{self, Debug, Display};

use serde_core::de::{self, Expected, Unexpected};
use serde_core::ser;

/// Why a value was not taken, or not written: for a reason of its own, or for one that the other side of it knows.
///
/// It is as small as can be, because it is in the result of every step, and hardly ever there.
#[derive(Debug)]
pub struct Refusal(Box<Reason>);

#[derive(Debug)]
enum Reason {
    Own(String),
    /// The other side has kept the reason.
    Kept,
}

impl Refusal {
    /// The other side has kept the reason.
    #[cold]
    pub(in crate::object) fn kept() -> Self {
        Self(Box::new(Reason::Kept))
    }

    /// A serializer was asked for what it does not do at this point.
    #[cold]
    pub(in crate::object) fn out_of_order() -> Self {
        ser::Error::custom("the parts of a value come in no order that serde has")
    }

    /// The reason as an error of the format, where `kept` is the one that its source knows.
    #[cold]
    pub(crate) fn into_error<E: de::Error>(self, kept: Option<E>) -> E {
        match (*self.0, kept) {
            (Reason::Own(reason), _) => E::custom(reason),
            (Reason::Kept, Some(error)) => error,
            (Reason::Kept, None) => E::custom("the value cannot be read"),
        }
    }
}

impl de::Error for Refusal {
    #[cold]
    fn custom<T: Display>(reason: T) -> Self {
        Self(Box::new(Reason::Own(reason.to_string())))
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

impl ser::Error for Refusal {
    #[cold]
    fn custom<T: Display>(reason: T) -> Self {
        de::Error::custom(reason)
    }
}

impl Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Reason::Own(reason) => f.write_str(reason),
            Reason::Kept => f.write_str("the value cannot be read"),
        }
    }
}

impl std::error::Error for Refusal {}
