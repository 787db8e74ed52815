//! Structs for [`graph-resource`](https://docs.rs/graph-resource) from the metadata of a service.
//!
//! It is the library of the cargo subcommand `cargo graph-resource`: [`Metadata`] reads CSDL, [`Addresses`] finds where entities are, and
//! [`source`] writes annotated structs.

mod addresses;
mod check;
mod csdl;
mod file;
mod listing;
pub mod names;
mod nearest;
mod source;

pub use addresses::{Address, Addresses};
pub use check::{CheckedCrate, CrateError, Diagnostic, Format, check};
pub use csdl::{
    CsdlError, EntitySet, EnumType, Member, Metadata, Navigation, Operation, OperationKind,
    Parameter, Property, StructuredType, TypeKind, TypeRef,
};
pub use file::replace;
pub use listing::{list, show};
pub use source::{Options, SourceError, source, source_of_all};
