//! The error of all operations, and the parsers of what an answer says about an error: Graph's error object, `Retry-After`, and claims.

mod answer;
mod challenge;
mod claims;
mod detail;
mod display;
mod graph;
mod kind;
mod line;
mod record;
mod repr;
mod retry_after;
mod retryable;
mod service;
mod status;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests;

pub(crate) use claims::claims;
pub use detail::ErrorDetail;
pub use kind::ErrorKind;
pub(crate) use record::SendRecord;
pub use repr::Error;
pub(crate) use retryable::Retryable;
