//! Tracking the changes of a collection.

mod changed;
mod changes;
mod mirror;
mod token;

pub use changed::{Changed, ChangedItem, RemovedReason};
pub use changes::{Changes, Delta};
pub use mirror::Mirror;
pub use token::DeltaToken;
