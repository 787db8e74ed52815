//! Structs for [`graph-resource`](https://docs.rs/graph-resource) from the metadata of a service.
//!
//! It is the library of the cargo subcommand `cargo graph-resource`: [`Metadata`] reads CSDL, [`Addresses`] finds where entities are, and
//! [`source`] writes annotated structs, and [`check`] compares structs with it.
//!
//! The test of a crate that uses [`assert_current!`] needs no command line: `default-features = false`.

mod addresses;
mod check;
mod compare;
mod csdl;
mod current;
mod file;
mod listing;
pub mod names;
mod nearest;
#[cfg(feature = "serve")]
mod serve;
mod source;
mod walk;

pub use addresses::{Address, Addresses};
pub use check::{CheckedCrate, CrateError, Diagnostic, Format, check, used};
pub use compare::diff;
pub use csdl::{
    CsdlError, EntitySet, EnumType, Member, Metadata, Navigation, Operation, OperationKind,
    Parameter, Property, StructuredType, TypeKind, TypeRef,
};
pub use current::ensure_current;
pub use file::replace;
pub use listing::{list, show};
#[cfg(feature = "serve")]
pub use serve::{emulator, seed};
pub use source::{Options, SourceError, source, source_of_all};
pub use walk::type_at;
