//! What generated code names. Not for others: it changes without notice.

use std::borrow::Cow;
pub use std::convert::Into;
pub use std::option::Option::{self, None};
pub use std::primitive::{bool, str, usize};
pub use std::result::Result::{self, Ok};
pub use std::string::String;

pub use bytes::Bytes;
pub use graph_resource_macros::{GraphEnum as DeriveEnum, GraphResource as DeriveResource};
pub use serde_core::de::{Error as ReadError, MapAccess};
pub use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

pub use crate::address::{Address, Key};
pub use crate::change::{Change, Part, apply, between, set};
pub use crate::edm::{Codec, Edm, Form, PropertyValue};
pub use crate::enumeration::{read as read_enum, write as write_enum};
pub use crate::object::read::{self, PropertyReader, ReadProperties, Undeclared};
pub use crate::object::write::{self, PropertyWriter, WriteProperties};
pub use crate::object::{Property, TypeInfo};
pub use crate::request::{Create, Outgoing, RequestParts, Update};
pub use crate::resource::{Operation, ResourceInfo, UpdateMethod};
pub use crate::{
    __create as create, __patch as patch, __request_methods as request_methods,
    __sending as sending, __update as update,
};

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

/// Text of a header.
pub type Text = Cow<'static, str>;
/// An HTTP request, complete but for its token, or why there is none.
pub type Built = Result<http::Request<Bytes>, crate::Error>;
/// An HTTP answer, its body read.
pub type HttpResponse = http::Response<Bytes>;
