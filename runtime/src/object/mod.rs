//! Objects as they go over the wire: what a type declares, and the two generic walks, reading and writing, that generated
//! code feeds with names and fields.

mod body;
/// A value as it is found, between deserializers and types.
pub(crate) mod found;
mod info;
/// Reading an object in one pass.
pub mod read;
mod structured;
/// Writing an object, property by property.
pub mod write;

pub use info::{Property, TypeInfo};
pub use structured::StructuredType;

/// The control information that names the type of an object.
pub(crate) const ODATA_TYPE: &str = "@odata.type";
