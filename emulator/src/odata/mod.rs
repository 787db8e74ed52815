//! OData's URL conventions: paths, keys and query options.

pub(crate) mod alternate_key;
pub(crate) mod key;
pub(crate) mod literal;
pub(crate) mod names;
pub(crate) mod path;
pub(crate) mod primitive;
pub(crate) mod query;
pub(crate) mod routes;
pub(crate) mod target;
mod template;
mod temporal;
