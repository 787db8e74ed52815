//! OData's URL conventions: paths, keys and query options.

pub(crate) mod address;
pub(crate) mod address_error;
pub(crate) mod alternate_key;
pub(crate) mod entity_types;
pub(crate) mod expand;
pub(crate) mod filter;
pub(crate) mod key;
pub(crate) mod key_segment;
pub(crate) mod literal;
pub(crate) mod names;
pub(crate) mod path;
mod pattern;
pub(crate) mod primitive;
pub(crate) mod properties;
pub(crate) mod query;
pub(crate) mod query_error;
pub(crate) mod reference;
pub(crate) mod routes;
mod select;
pub(crate) mod separated;
pub(crate) mod target;
mod template;
mod temporal;
