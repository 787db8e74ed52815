//! What can be the value of a property.
//!
//! Microsoft Graph describes its properties in Edm, the type system of OData, and its JSON forms are not always those that a
//! Rust type has by itself: a 64-bit integer may come as a string, a collection as `null`, a `DateTimeOffset` with up to seven
//! digits of a second. [`PropertyValue`] is the form that a Rust type has *as a property*: lenient in what it reads, exact
//! in what it writes.
//!
//! | Edm type | Rust type | reads | writes |
//! | --- | --- | --- | --- |
//! | `Edm.String` | `String`, `Box<str>`, `Cow<str>` | | |
//! | `Edm.Boolean` | `bool` | | |
//! | `Edm.Byte`, `Edm.SByte`, `Edm.Int16`, `Edm.Int32` | `u8`, `i8`, `i16`, `i32` | `7`, `"7"` | `7` |
//! | `Edm.Int64` | `i64` | `7`, `"7"` | `7` |
//! | `Edm.Single`, `Edm.Double` | `f32`, `f64` | `1.5`, `"1.5"`, `"INF"`, `"-INF"`, `"NaN"` | `1.5`, `"INF"`, `"-INF"`, `"NaN"` |
//! | `Edm.Decimal` | `f64`, or `serde_json::Number` | `1.5` | `1.5` |
//! | `Edm.DateTimeOffset` | `time::OffsetDateTime` (feature `time`) | `"9999-12-31T23:59:59.9999999Z"` | the same, without zeros at the end of a second |
//! | `Edm.Date` | `time::Date` (feature `time`) | `"2012-12-03"` | the same |
//! | `Edm.TimeOfDay` | `time::Time` (feature `time`) | `"12:03:30.2730000"` | `"12:03:30.273"` |
//! | `Edm.Duration` | `time::Duration` (feature `time`) | `"-PT17.1357909S"`, `"PT90M"` | `"-PT17.1357909S"`, `"PT1H30M"` |
//! | `Edm.Guid` | `uuid::Uuid` (feature `uuid`), or `String` | in either letter case | in lower case |
//! | `Edm.Binary` | `edm::Binary` (feature `binary`), or `String` | both alphabets, padded or not | the alphabet with `+` and `/`, padded |
//! | `Edm.Stream` | none; its links are a `String` under `#[graph(read_only, rename = "content@odata.mediaReadLink")]` | | |
//! | `graph.Json` | `serde_json::Value`, or [`DynamicProperties`] | any JSON | the same |
//! | an enumeration type | an enum under [`#[graph_enum]`](macro@crate::graph_enum) | in any letter case | in that of the member |
//! | an enumeration type with flags | [`Flags`] of an enum under `#[graph_enum(flags)]` | `"x86, x64"` | `"x86,x64"` |
//! | a complex type | a struct under [`#[graph_complex]`](macro@crate::graph_complex) | | |
//! | an abstract or base type | an enum under [`#[graph_union]`](macro@crate::graph_union) | | with its `@odata.type` |
//! | a collection | `Vec<T>`, or `Vec<Option<T>>` where elements may be `null` | `[…]`, `null` | `[…]` |
//! | a dynamic map | `BTreeMap<String, T>` | `{…}`, `null` | `{…}` |
//! | a nullable property | `Option<T>` | | |
//!
//! A `Decimal` of more than 17 digits takes a type of another crate that keeps them, and a module for `#[graph(with = "…")]` that writes a
//! JSON number.
//!
//! Any other type that has serde's traits is used through [`as_serde`]: `#[graph(with = "graph_resource::edm::as_serde")]`.

pub mod as_serde;
#[cfg(feature = "binary")]
mod binary;
mod codec;
mod collection;
mod dynamic;
mod flags;
mod map;
mod number;
mod text;
#[cfg(feature = "time")]
mod time;

#[cfg(feature = "binary")]
pub use binary::Binary;
pub use codec::{Codec, Edm};
pub(crate) use collection::{End, read_elements};
pub use dynamic::{DynamicChanges, DynamicProperties};
pub use flags::{Flags, FlagsEnum};
pub use map::MapChanges;

use crate::Endpoint;
use crate::object::found::{Found, Refusal};
use crate::object::write::Object;
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

/// A Rust type that can be the value of a Graph property.
///
/// A property that an update may carry is `Clone` and `PartialEq` as well, which is what finding the difference between two values takes.
///
/// The impl for a type of yours, where its wire form is another than serde would give it:
///
/// ```
/// use graph_resource::edm::{Form, PropertyValue};
/// use serde::{Deserialize, Deserializer, Serialize, Serializer};
///
/// /// A colour, `#rrggbb` on the wire.
/// #[derive(Debug, Clone, PartialEq)]
/// struct Colour(u32);
///
/// impl PropertyValue for Colour {
///     fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
///         let text = String::deserialize(deserializer)?;
///         let digits = text.strip_prefix('#').unwrap_or(&text);
///         u32::from_str_radix(digits, 16).map(Colour).map_err(serde::de::Error::custom)
///     }
///
///     fn write<S: Serializer>(&self, serializer: S, _: Form<'_>) -> Result<S::Ok, S::Error> {
///         serializer.collect_str(&format_args!("#{:06x}", self.0))
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the value of a Graph property",
    label = "not a property type",
    note = "use a type of the table in `graph_resource::edm`, an enum under `#[graph_enum]`, `Flags<_>` of one under \
            `#[graph_enum(flags)]`, or, for a type with serde's traits, `#[graph(with = \"graph_resource::edm::as_serde\")]`",
    note = "types of the crates `time` and `uuid` are property types under the features of the same names"
)]
pub trait PropertyValue: Sized {
    /// Reads the value, which is not `null` unless the type has room for it.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;

    /// Writes the value.
    fn write<S: Serializer>(&self, serializer: S, form: Form<'_>) -> Result<S::Ok, S::Error>;

    /// The object that the value is, if it is one of properties.
    #[doc(hidden)]
    fn object<'a>(&'a self, form: Form<'a>) -> Option<Object<'a>> {
        let _ = form;
        None
    }

    /// [`write`](Self::write) as JSON.
    #[doc(hidden)]
    fn put(&self, json: &mut Vec<u8>, form: Form<'_>) -> Result<(), serde_json::Error> {
        match self.object(form) {
            Some(object) => object.to_json(json).map(drop),
            None => self.write(&mut serde_json::Serializer::new(json), form),
        }
    }

    /// [`read`](Self::read) of what was found already.
    #[doc(hidden)]
    fn take(found: Found<'_, '_>) -> Result<Self, Refusal> {
        Self::read(found)
    }

    /// Whether there is an enum in the type, `depth` types deep at the most, with members that the service has to be asked for.
    #[doc(hidden)]
    fn has_evolved_members(depth: u8) -> bool {
        let _ = depth;
        false
    }
}

/// What a value is written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Form<'a> {
    /// The whole value, as the service would answer it: what `Serialize` writes.
    Representation,
    /// Only what a request may carry.
    Request {
        /// Where the request goes, if that is known: URLs in a body are of the same service.
        endpoint: Option<&'a Endpoint>,
    },
    /// The whole value with `sensitive` properties masked: what `Debug` prints.
    Masked,
}

impl Form<'_> {
    /// Whether it is a request that is written.
    pub const fn is_request(self) -> bool {
        matches!(self, Self::Request { .. })
    }
}

/// [`PropertyValue`] of types whose own serde form is that of Graph.
macro_rules! as_serde_form {
    ($($type:ty)*) => {$(
        impl PropertyValue for $type {
            fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Deserialize::deserialize(deserializer)
            }

            fn write<S: Serializer>(&self, serializer: S, _: Form<'_>) -> Result<S::Ok, S::Error> {
                Serialize::serialize(self, serializer)
            }
        }
    )*};
}

as_serde_form!(bool Box<str> serde_json::Value serde_json::Number serde_json::Map<String, serde_json::Value>);

#[cfg(feature = "uuid")]
impl PropertyValue for uuid::Uuid {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        text::parse(
            deserializer,
            "a GUID such as `00000000-0000-0000-0000-000000000000`",
        )
    }

    fn write<S: Serializer>(&self, serializer: S, _: Form<'_>) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.hyphenated().encode_lower(&mut Self::encode_buffer()))
    }
}
