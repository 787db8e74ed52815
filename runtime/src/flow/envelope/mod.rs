//! The request that carries a batch, and its answer ("Combine multiple HTTP requests using JSON batching").
//!
//! The body of a request is a part of the JSON as it is, and so is the body of an answer, which its reader gets as a slice of the whole: neither
//! is parsed into a value on the way.

mod exchange;
mod mailbox;
mod read;
mod write;

pub(super) use exchange::{Carried, exchange};
pub(super) use mailbox::{is_of_mailbox, mailbox};
pub(super) use write::envelope_of;

/// The largest number of requests in a batch.
pub(super) const MAX_ITEMS: usize = 20;
