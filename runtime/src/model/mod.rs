//! Objects with declared properties: how generated types are read, written, compared and patched.
//!
//! Two generic walks do the work. Reading hands each property to the [`ReadProperties`] of the type, writing asks its
//! [`WriteProperties`] for them; generated code only matches names to fields.

mod content;
mod declaration;
mod dynamic_name;
mod extension;
mod field;
pub mod merge;
mod object;
mod object_type;
mod patch;
mod projection;
mod reader;
mod required;
mod shape;
mod single;
mod structured;
mod type_name;
mod union;
mod writer;

pub(crate) use content::Content;
pub use declaration::{distinct_variants, extending, item_path, item_path_len, key_of_base, text};
pub use dynamic_name::is_declared;
pub use extension::{Extends, Extensible, Extension};
pub use field::Field;
pub use merge::Merge;
pub(crate) use object::{Written, resource_body};
pub use object::{body, debug, serialize_patch};
pub use patch::{Patch, apply_type, carry_type};
pub(crate) use projection::selected_properties;
pub use projection::{Expanded, expand, expand_len, expanded, select, select_len};
pub use reader::{
    MissingProperty, PropertyReader, ReadProperties, deserialize_patch, nullable, required_with,
};
pub(crate) use required::missing_of_base;
pub use shape::{PatchOf, Structured};
pub(crate) use single::property_text;
pub use structured::StructuredType;
pub(crate) use type_name::{is_qualified_name, other_type, type_name};
pub use union::{GraphUnion, Union, UnionValue, VariantType, no_variant, union_type};
pub use writer::{PropertyWriter, WriteProperties};
