//! The names that generated code uses. They are not part of the public API, and change without notice.

pub use std::borrow::Cow;
pub use std::convert::{AsRef, Into};
pub use std::option::Option::{self, None, Some};
pub use std::primitive::{bool, str, u8, usize};
pub use std::result::Result::{self, Ok};
pub use std::string::String;

pub use bytes::Bytes;
pub use graph_resource_macros::{
    GraphAction as DeriveAction, GraphComplex as DeriveComplex, GraphEnum as DeriveEnum,
    GraphFunction as DeriveFunction, GraphResource as DeriveResource, GraphUnion as DeriveUnion,
};
pub use http;
pub use serde_core::{Deserialize, Deserializer, Serialize, Serializer};
pub use serde_json::Value;

pub use crate::answer::ResultShape;
pub use crate::change::field::{
    PatchField, clear, edit, elements, entries, require, set_or_clear, swap,
};
pub use crate::change::{Change, IntoProperty};
pub use crate::edm::declared::{key, merged, property, relationship};
pub use crate::edm::dynamic_entry::{apply_merged, between_merged};
pub use crate::edm::enum_info::EnumInfo;
pub use crate::edm::enumeration::GraphEnum;
pub use crate::edm::schema::{EdmType, Property, TypeInfo};
pub use crate::edm::{
    Codec, DynamicChanges, DynamicProperties, Enumeration, Flags, FlagsEnum, Form, MapChanges,
    PropertyValue, Shaped, read as deserialize,
};
pub use crate::json::{Input, ValueError};
pub use crate::model::{
    Expanded, Extends, Extensible, Extension, Field, GraphUnion, Merge, MissingProperty, Patch,
    PatchOf, PropertyReader, PropertyWriter, ReadProperties, Structured, StructuredType, Union,
    UnionValue, VariantType, WriteProperties, apply_type, body, carry_type, debug,
    deserialize_patch, distinct_variants, expand, expand_len, expanded, extending, is_declared,
    item_path, item_path_len, key_of_base, merge, no_variant, nullable, required_with, select,
    select_len, serialize_patch, text, union_type,
};
pub use crate::odata::{Key, KeyOf};
pub use crate::query::PropertyPath;
pub use crate::request::{
    Content, Crud, Parameter, Reference, RelatedItem, RelatedItems, RequestParts, UpdatesInPart,
    Whole, Write, WriteKind, call_action, call_function, call_with_content, collection, references,
    singleton,
};
pub use crate::resource::{Operation, ResourceAddress, ResourceInfo, UpdateMethod};
pub use crate::{__request_methods as request_methods, __sending_methods as sending_methods};

#[cfg(feature = "schemars")]
pub use crate::edm::documentation::{Documentation, EnumDocumentation};
#[cfg(feature = "schemars")]
pub use crate::json_schema::{schema_of_enum, schema_of_patch, schema_of_union, schema_of_value};
#[cfg(feature = "schemars")]
pub use schemars::{JsonSchema, Schema, SchemaGenerator};

/// Writes a value in the form of `Serialize`.
pub fn serialize<T: PropertyValue, S: Serializer>(
    value: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    value.write(serializer, Form::Representation)
}

/// Returns whether the type contains, at most `depth` types deep, an enum with members that the service sends only on request.
pub fn evolved<T: PropertyValue>(depth: u8) -> bool {
    T::has_evolved_members(depth)
}

/// Returns the path by a key of the type `T`, whose literal is quoted in a URL or not.
pub const fn path_by<T: PropertyValue>(quoted: &'static str, bare: &'static str) -> &'static str {
    if T::EDM_TYPE.is_quoted() {
        quoted
    } else {
        bare
    }
}

/// An HTTP response with its complete body.
pub type HttpResponse = http::Response<Bytes>;
