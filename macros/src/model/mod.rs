//! The declarations, as the attributes and the types describe them. Emission reads the model and never the attributes.

mod access;
mod address;
mod callable;
mod enumeration;
mod kind;
mod projection;
mod property;
mod structured;
mod types;
mod union;
mod union_address;
mod variant;

pub(crate) use crate::attr::{Media, Operation, UpdateForm, UpdateMethod, Version};
pub(crate) use access::Access;
pub(crate) use address::{Address, Further};
pub(crate) use callable::{Callable, CallableKind};
pub(crate) use enumeration::Enumeration;
pub(crate) use kind::Kind;
pub(crate) use property::{Elements, Property};
pub(crate) use structured::{FUNCTIONS, StructuredType};
pub(crate) use types::{
    is_known_non_object, is_name_of_primitive, is_named, is_primitive, map_argument,
    option_argument, unboxed, vec_argument,
};
pub(crate) use union::{Union, UnionVariant};
pub(crate) use union_address::UnionAddress;
pub(crate) use variant::Variant;
