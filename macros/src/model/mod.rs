//! What was declared, once it is understood: emission looks at this, never at attributes.

mod enumeration;
mod operations;
mod property;
mod resource;
mod rules;

pub(crate) use enumeration::Enumeration;
pub(crate) use operations::Operation;
pub(crate) use property::{Property, Role};
pub(crate) use resource::{Resource, UpdateMethod, Version};
