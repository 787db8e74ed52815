//! Rust source for types of the metadata.

mod docs;
mod enumeration;
mod error;
mod module;
mod options;
mod plan;
mod recursion;
mod structured;
mod text;
mod types;
mod union;
mod write;

pub use error::SourceError;
pub use options::Options;
pub use write::{source, source_of_all};
