//! Values between formats and types.
//!
//! Serde has each type read and write each format, so that a type is compiled once for each. Here they meet in the middle. A
//! deserializer hands over what it finds as [`Input`], and a [`Sink`] stores it: what is generic over deserializers knows no types, and
//! what is generic over types knows one deserializer, which is `Input` itself. Writing is the same in the other direction:
//! [`ErasedSerializer`](erased::ErasedSerializer) is the only serializer that types are compiled for.

mod deserializer;
pub(crate) mod erased;
mod error;
mod input;
mod member_name;
mod nesting;
pub(crate) mod path;
mod pretty;
mod source;
mod text;

pub use error::ValueError;
pub use input::Input;
pub(crate) use input::{MemberVisitor, Members, Sink};
#[cfg(feature = "batch")]
pub(crate) use member_name::MemberName;
pub(crate) use nesting::{Nested, Place, check_members, check_value, is_lossless};
pub(crate) use pretty::pretty;
pub(crate) use source::{read_into, with_object};
pub(crate) use text::{JsonError, from_slice};
