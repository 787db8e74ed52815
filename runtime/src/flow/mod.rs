//! Flows: work that takes several requests.
//!
//! A flow is a value in a file of its own here, made by a method of the request that it begins with, with a `send` that takes a
//! [`Client`](crate::Client). To write one:
//!
//! - Describe each of its requests as a value of a type that implements [`Request`](crate::Request). A type of the flow may wrap one of
//!   `request`, and read from its answer whatever the next step needs.
//! - Send it with `Client::execute`, which authorizes it, follows redirects and retries it. It returns the value that `read_answer` returned,
//!   together with the HTTP response. Its errors name the request and the number of attempts: pass them on.
//! - If a flow cannot continue after an answer, make the error with `Executed::reject`, which names the request and keeps the answer. A flow
//!   does not create or complete an [`Error`](crate::Error) in another way.
//! - Let the future own a clone of the client, so that it can be spawned, and document what dropping it leaves behind.

#[cfg(feature = "batch")]
mod batch;
#[cfg(feature = "batch")]
mod bulk;
mod delta;
#[cfg(feature = "batch")]
mod envelope;
mod modify;
#[cfg(feature = "retry")]
mod operation;
mod or_get;
mod pages;
mod place;
#[cfg(feature = "retry")]
mod polling;
mod set_to;
#[cfg(feature = "upload")]
mod upload;
#[cfg(feature = "retry")]
mod wait;

#[cfg(feature = "batch")]
pub use batch::{Batch, BatchAnswers, BatchHandle, BatchItem};
#[cfg(feature = "batch")]
pub use bulk::{
    Bulk, BulkItem, Cancelled, FileJournal, Journal, JournalEntry, JournalState, Outcomes,
    Progress, SharedPace,
};
pub use delta::{Changed, ChangedItem, Changes, Delta, DeltaToken, Mirror, RemovedReason};
pub use modify::Modify;
#[cfg(feature = "retry")]
pub use operation::{LongOperation, OperationProgress, OperationState};
pub use pages::{Collected, Continuation, Pager};
pub use set_to::{Linked, SetTo};
#[cfg(feature = "upload")]
pub use upload::{Upload, UploadSession, Uploaded};
#[cfg(feature = "retry")]
pub use wait::WaitUntil;
