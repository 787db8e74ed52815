//! The metadata of a service: "OData Common Schema Definition Language (CSDL) XML Representation", version 4.0.

mod error;
mod model;
mod names;
mod reader;
mod references;
mod text;
mod writer;

pub use error::CsdlError;
pub use model::{
    EntitySet, EnumType, Member, Metadata, Navigation, Operation, OperationKind, Parameter,
    Property, StructuredType, TypeKind, TypeRef,
};
