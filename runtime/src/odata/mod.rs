//! The text forms of OData: names, literals, addresses and entity tags.

mod address;
mod etag;
pub(crate) mod extension;
mod literal;
pub(crate) mod names;

pub(crate) use address::Address;
pub use etag::Etag;
pub(crate) use extension::ExtensionApp;
pub use literal::{Key, KeyOf};
