//! The text forms of OData: names, literals, addresses and entity tags.

mod address;
mod etag;
mod literal;
pub(crate) mod names;

pub(crate) use address::Address;
pub use etag::Etag;
pub use literal::{Key, KeyOf};
