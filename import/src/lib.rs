//! Structs for [`graph-resource`](https://docs.rs/graph-resource) from the metadata of a service.
//!
//! It is the library of the cargo subcommand `cargo graph-resource`.

mod csdl;

pub use csdl::{
    CsdlError, EntitySet, EnumType, Member, Metadata, Navigation, Operation, OperationKind,
    Parameter, Property, StructuredType, TypeKind, TypeRef,
};
