//! What was declared, once it is understood: emission looks at this, never at attributes.

mod enumeration;
mod operations;
mod property;
mod resource;
mod rules;
mod union;

pub(crate) use enumeration::Enumeration;
pub(crate) use operations::Operation;
pub(crate) use property::{Access, Kind, Property, is_named, is_no_object};
pub(crate) use resource::{StructuredType, UpdateMethod, Version};
pub(crate) use union::{Union, UnionVariant};
