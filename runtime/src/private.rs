//! What generated code names. Not for others: it changes without notice.

use std::borrow::Cow;
pub use std::convert::Into;
pub use std::option::Option::{self, None};
pub use std::primitive::{bool, str, u8, usize};
pub use std::result::Result::{self, Ok};
pub use std::string::String;

pub use bytes::Bytes;
pub use graph_resource_macros::{
    GraphComplex as DeriveComplex, GraphEnum as DeriveEnum, GraphResource as DeriveResource,
    GraphUnion as DeriveUnion,
};
pub use serde_core::{Deserialize, Deserializer, Serialize, Serializer};
pub use serde_json::Value;

pub use crate::address::{Address, Key};
pub use crate::change::{
    Change, Part, apply, between, clear, copy, edit, same, set, set_or_clear, swap,
};
pub use crate::edm::{
    Codec, DynamicChanges, DynamicProperties, Flags, FlagsEnum, Form, PropertyValue,
};
pub use crate::enumeration::{GraphEnum, take as take_enum, write as write_enum};
pub use crate::extension::{Extends, Extensible, Extension};
pub use crate::merge::Merge;
pub use crate::object::found::{Found, Refusal};
pub use crate::object::read::{self, PropertyReader, ReadProperties};
pub use crate::object::write::{self, PropertyWriter, WriteProperties};
pub use crate::object::{Property, StructuredType, TypeInfo};
pub use crate::reference::Reference;
pub use crate::reference::references;
pub use crate::request::{Create, Outgoing, RequestParts, Update, Upsert};
pub use crate::resource::{Operation, ResourceInfo, UpdateMethod};
pub use crate::union::{
    GraphUnion, has_evolved_members as union_has_evolved_members, no_variant, take as take_union,
    write as write_variant,
};
pub use crate::{
    __create as create, __patch as patch, __patch_value as patch_value, __sending as sending,
    __structured as structured, __update as update, __upsert as upsert,
};

/// Properties that are merged.
pub mod merge {
    pub use crate::merge::{apply, apply_nullable, between, between_nullable};
}

/// A property of a type.
pub const fn property(name: &'static str, traits: u8) -> Property {
    Property::new(name, traits)
}

pub const NULLABLE: u8 = Property::NULLABLE;
pub const KEY: u8 = Property::KEY;
pub const READ_ONLY: u8 = Property::READ_ONLY;
pub const CREATE_ONLY: u8 = Property::CREATE_ONLY;
pub const WRITE_ONLY: u8 = Property::WRITE_ONLY;
pub const REQUIRED: u8 = Property::REQUIRED;
pub const SENSITIVE: u8 = Property::SENSITIVE;
pub const ALTERNATE_KEY: u8 = Property::ALTERNATE_KEY;

/// The type of a variant of a union.
pub const fn type_of<T: StructuredType>() -> &'static TypeInfo {
    T::TYPE
}

/// The type that another extends.
pub const fn base_type<T: Extensible>() -> &'static TypeInfo {
    T::TYPE
}

/// Whether there is an enum among the properties of `T` with members that the service has to be asked for.
pub fn has_evolved_members<T: StructuredType>(depth: u8) -> bool {
    depth > 0 && T::TYPE.has_evolved_members(depth - 1)
}

/// Text of a header.
pub type Text = Cow<'static, str>;
/// An HTTP request, complete but for its token, or why there is none.
pub type Built = Result<http::Request<Bytes>, crate::Error>;
/// An HTTP answer, its body read.
pub type HttpResponse = http::Response<Bytes>;
