//! Requests of any kind, sent together in batches.
//!
//! - `requests`: the batch as a value, to which requests are added.
//! - `pushed`: a request in it, of whatever type.
//! - `handle`, `answers`: how an answer is found, in the type of its request.
//! - `plan`: which requests go into the next batch, by what they depend on. It knows neither requests nor time.
//! - `run`: sends what the plan says, and waits and repeats.

mod answers;
mod handle;
mod plan;
mod pushed;
mod requests;
mod run;

pub use answers::BatchAnswers;
pub use handle::{BatchHandle, BatchItem};
pub use requests::Batch;
