//! The structs of a crate, compared with the metadata.

mod declared;
mod diagnostic;
mod enums;
mod files;
mod lock;
mod path;
mod report;
mod rules;
mod rust_type;
mod structs;

pub use diagnostic::{Diagnostic, Format};
pub use files::CrateError;
pub use lock::used;
pub use rules::{CheckedCrate, check};
