use std::borrow::Cow;

use crate::edm::enumeration::GraphEnum;
use crate::edm::{Flags, FlagsEnum, PropertyValue};

/// A type whose values can be compared with a literal: primitive types and enums.
///
/// Implement it for a type of your own with [`PropertyValue`] if its values are primitive in JSON.
#[diagnostic::on_unimplemented(
    message = "values of the type `{Self}` cannot be compared in a filter",
    label = "not a primitive type or an enum",
    note = "compare a part of an object by `then`, and the elements of a collection by `any` or `all`"
)]
pub trait Primitive: PropertyValue {}

/// A type whose values have an order: numbers, dates, times and durations, and text.
#[diagnostic::on_unimplemented(
    message = "values of the type `{Self}` have no order in a filter",
    label = "expected a number, a date, a time, a duration or text"
)]
pub trait Ordered: Primitive {}

/// A type that is text, which can be searched for a part.
#[diagnostic::on_unimplemented(
    message = "the property is no text",
    label = "`{Self}` is not a `String`"
)]
pub trait Text: Primitive {}

macro_rules! primitive {
    ($($trait:ident: $($type:ty)*;)*) => {$($(impl $trait for $type {})*)*};
}

primitive! {
    Primitive: bool i8 i16 i32 i64 u8 f32 f64 String Box<str> Cow<'_, str>;
    Ordered: i8 i16 i32 i64 u8 f32 f64 String Box<str> Cow<'_, str>;
    Text: String Box<str> Cow<'_, str>;
}

#[cfg(feature = "uuid")]
primitive!(Primitive: uuid::Uuid;);
#[cfg(feature = "time")]
primitive! {
    Primitive: time::OffsetDateTime time::Date time::Time time::Duration;
    Ordered: time::OffsetDateTime time::Date time::Time time::Duration;
}

#[diagnostic::do_not_recommend]
impl<E: GraphEnum + PropertyValue> Primitive for E {}
impl<E: FlagsEnum> Primitive for Flags<E> {}
