//! A value as it is found in the input, whatever reads that.
//!
//! Serde has each type read each format, so that a type is compiled once for each. Here they meet in the middle: a deserializer hands over
//! what it finds as [`Found`], and a [`Place`] takes it. What is generic over deserializers knows no types, and is compiled once for each
//! format; what is generic over types knows one deserializer, which is `Found` itself.

mod deserializer;
mod name;
mod refusal;
mod source;

use std::borrow::Cow;
use std::fmt::Display;

use serde_core::de::{Error as _, Unexpected};

pub use refusal::Refusal;
pub(crate) use source::{fill, of_members};

use crate::object::read::{ObjectType, ReadProperties};

/// A value, as it is found.
#[derive(Debug)]
pub enum Found<'a, 'de> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// An integer below zero, or any if the format does not tell.
    Signed(i64),
    /// An integer from zero.
    Unsigned(u64),
    /// Any other number.
    Float(f64),
    /// Text that is gone when it was looked at.
    Text(&'a str),
    /// Text that is as long there as the input.
    Borrowed(&'de str),
    /// An object, whose members are still to be read.
    Object(&'a mut (dyn Members<'de> + 'a)),
    /// A collection, whose elements are still to be read.
    Collection(&'a mut (dyn Elements<'de> + 'a)),
}

/// Where a value goes.
pub trait Place<'de> {
    /// Takes the value that was found.
    fn take(&mut self, found: Found<'_, 'de>) -> Result<(), Refusal>;
}

/// The members of an object, in order.
pub trait Members<'de> {
    /// The name of the next member, whose value is then to be taken or skipped.
    fn next_name(&mut self) -> Result<Option<Cow<'de, str>>, Refusal>;

    /// Has `object` read each member, as a property of the type.
    fn properties(
        &mut self,
        object: &mut dyn ReadProperties<'de>,
        object_type: ObjectType,
    ) -> Result<(), Refusal>;

    /// Has `place` take the value.
    fn value(&mut self, place: &mut dyn Place<'de>) -> Result<(), Refusal>;

    /// Skips the value.
    fn skip(&mut self) -> Result<(), Refusal>;
}

/// The elements of a collection, in order.
pub trait Elements<'de> {
    /// Has `place` take the next element, if there is one.
    fn next(&mut self, place: &mut dyn Place<'de>) -> Result<bool, Refusal>;
}

impl Found<'_, '_> {
    /// The error of one that expects something else.
    #[cold]
    pub(crate) fn unexpected(&self, expected: impl Display) -> Refusal {
        let found = match *self {
            Self::Null => Unexpected::Other("null"),
            Self::Bool(value) => Unexpected::Bool(value),
            Self::Signed(number) => Unexpected::Signed(number),
            Self::Unsigned(number) => Unexpected::Unsigned(number),
            Self::Float(number) => Unexpected::Float(number),
            Self::Text(text) | Self::Borrowed(text) => Unexpected::Str(text),
            Self::Object(_) => Unexpected::Map,
            Self::Collection(_) => Unexpected::Seq,
        };
        Refusal::custom(format_args!("invalid type: {found}, expected {expected}"))
    }

    /// The text, if it is one.
    pub(crate) const fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Borrowed(text) => Some(text),
            _ => None,
        }
    }
}
