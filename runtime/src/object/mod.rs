//! Objects as they go over the wire: what a type declares, and the two generic walks, reading and writing, that generated
//! code feeds with names and fields.

mod any;
/// A value as it is found, between deserializers and types.
pub(crate) mod found;
mod info;
mod pretty;
/// Reading an object in one pass.
pub mod read;
mod structured;
/// Writing an object, property by property.
pub mod write;
mod writer;

pub use info::{Property, TypeInfo};
pub use structured::StructuredType;

/// The control information that names the type of an object.
pub(crate) const ODATA_TYPE: &str = "@odata.type";
