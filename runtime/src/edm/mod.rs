//! The types of properties: the Rust type for each Edm type, and how it is read and written.
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
//! | `Edm.Stream` | none: declare it as [media](macro@crate::graph_resource#media), and its links as a `String` with `#[graph(read_only, rename = "content@odata.mediaReadLink")]` | | |
//! | `graph.Json` | `serde_json::Value`, or [`DynamicProperties`] | any JSON | the same |
//! | an enumeration type | an enum with [`#[graph_enum]`](macro@crate::graph_enum) | in any letter case | in that of the member |
//! | an enumeration type with flags | [`Flags`] of an enum with `#[graph_enum(flags)]` | `"x86, x64"` | `"x86,x64"` |
//! | a complex type | a struct with [`#[graph_complex]`](macro@crate::graph_complex) | | |
//! | an abstract or base type | an enum with [`#[graph_union]`](macro@crate::graph_union) | | with its `@odata.type` |
//! | a collection | `Vec<T>`, or `Vec<Option<T>>` where elements may be `null` | `[…]`, `null`; in a `Vec<T>` without its `null`s | `[…]` |
//! | a dynamic map | `BTreeMap<String, T>` | `{…}`, `null` | `{…}` |
//! | a nullable property | `Option<T>` | | |
//!
//! [`parse`] reads a value from its text, such as a date: `edm::parse::<OffsetDateTime>("2026-11-26T08:00:00Z")?`.
//!
//! A `Decimal` with more than 17 digits needs a type of another crate, and a module for `#[graph(with = "…")]` that writes a JSON number.
//!
//! Any other type that implements serde's traits can be used with [`as_serde`]: `#[graph(with = "graph_resource::edm::as_serde")]`.

pub mod as_serde;
#[cfg(feature = "binary")]
mod binary;
pub(crate) mod codec;
mod collection;
pub(crate) mod declared;
#[cfg(feature = "schemars")]
pub(crate) mod documentation;
mod dynamic;
mod dynamic_changes;
pub(crate) mod dynamic_entry;
pub(crate) mod enum_info;
pub(crate) mod enumeration;
mod flags;
mod lazy;
mod map;
pub(crate) mod map_entry;
mod named_list;
mod number;
mod parse;
mod primitive;
pub(crate) mod schema;
pub(crate) mod sink;
mod text;
#[cfg(feature = "time")]
mod time;
#[cfg(feature = "uuid")]
mod uuid;
mod value;

#[cfg(feature = "binary")]
pub use binary::Binary;
#[doc(hidden)]
pub use codec::{Codec, Edm};
pub(crate) use collection::Boxed;
pub use dynamic::DynamicProperties;
pub use dynamic_changes::DynamicChanges;

#[doc(hidden)]
pub use enumeration::Enumeration;
pub use flags::{Flags, FlagsEnum};
pub use lazy::Lazy;
pub use map::MapChanges;
pub use map_entry::{EntryChange, EntryPatch, MapEntry, Replaced};
pub use parse::parse;
pub(crate) use schema::{EdmType, TypeInfo};
pub(crate) use value::{ENUM_DEPTH, ValueSink};
pub use value::{Form, PropertyValue};
#[doc(hidden)]
pub use value::{Shape, Shaped, read};
