use std::borrow::Cow;
use std::fmt::{self, Display};

use serde_core::de::{Error as _, Unexpected};

use super::error::ValueError;

/// A value of the input, independent of its format: a scalar, or the members or elements that are still to be read.
#[derive(Debug)]
pub enum Input<'a, 'de> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A negative integer, or any integer if the format does not distinguish them.
    Signed(i64),
    /// An integer that is not negative.
    Unsigned(u64),
    /// Any other number.
    Float(f64),
    /// Text that lives only for this call.
    Text(&'a str),
    /// Text that lives as long as the input.
    Borrowed(&'de str),
    /// An object.
    Object(&'a mut (dyn Members<'de> + 'a)),
    /// A collection.
    Collection(&'a mut (dyn Elements<'de> + 'a)),
}

/// A destination of one value.
pub trait Sink<'de> {
    /// Stores the value, or fails with the reason why it is not accepted.
    fn accept(&mut self, input: Input<'_, 'de>) -> Result<(), ValueError>;
}

/// A destination of the members of an object.
pub trait MemberVisitor<'de> {
    /// Consumes one member: its name, and its value out of `members`.
    fn member(&mut self, name: &str, members: &mut dyn Members<'de>) -> Result<(), ValueError>;
}

/// The members of an object, in the order of the input.
pub trait Members<'de> {
    /// Returns the name of the next member. Its value must then be read or skipped.
    fn next_name(&mut self) -> Result<Option<Cow<'de, str>>, ValueError>;

    /// Passes each member to `visitor`, which consumes its value.
    fn visit(&mut self, visitor: &mut dyn MemberVisitor<'de>) -> Result<(), ValueError>;

    /// Reads the value into `sink`.
    fn value(&mut self, sink: &mut dyn Sink<'de>) -> Result<(), ValueError>;

    /// Skips the value.
    fn skip(&mut self) -> Result<(), ValueError>;
}

/// The elements of a collection, in the order of the input.
pub trait Elements<'de> {
    /// Reads the next element into `sink`. Returns whether there was one.
    fn next(&mut self, sink: &mut dyn Sink<'de>) -> Result<bool, ValueError>;
}

impl Input<'_, '_> {
    /// Returns the error of a reader that expects something else.
    #[cold]
    pub(crate) fn unexpected(&self, expected: impl Display) -> ValueError {
        let kind = match *self {
            Self::Null => Unexpected::Other("null"),
            Self::Bool(value) => Unexpected::Bool(value),
            Self::Signed(number) => Unexpected::Signed(number),
            Self::Unsigned(number) => Unexpected::Unsigned(number),
            Self::Float(number) => Unexpected::Float(number),
            Self::Text(text) | Self::Borrowed(text) => Unexpected::Str(text),
            Self::Object(..) => Unexpected::Map,
            Self::Collection(..) => Unexpected::Seq,
        };
        ValueError::custom(format_args!("invalid type: {kind}, expected {expected}"))
    }

    /// Returns the text, if the value is one.
    pub(crate) const fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Borrowed(text) => Some(text),
            _ => None,
        }
    }
}

impl fmt::Debug for dyn Members<'_> + '_ {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("{…}")
    }
}

impl fmt::Debug for dyn Elements<'_> + '_ {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[…]")
    }
}
