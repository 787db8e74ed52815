//! Code that a user may write around, inside and on a resource. Code that needs an attribute on the whole crate, or other dependencies, is in
//! the crates `hygiene-*`.

mod body;
mod cfg;
mod fields;
mod generics;
mod macros;
mod scopes;
mod visibility;

pub(crate) use body::body;
