use std::io;

use crate::transport::BoxFuture;

/// A record of what has become of the requests of a [`Bulk`](crate::Bulk), with which a run goes on that was killed.
///
/// A request is known by its tag, as text. Before a request is sent that must not be executed twice, a run records that it is sent; after an
/// answer, it records that. What is recorded must last: [`append`](Self::append) returns only when it does.
///
/// [`FileJournal`](crate::FileJournal) is one in a file.
pub trait Journal: Send + Sync + 'static {
    /// Returns what an earlier run has recorded of a request. What this run records does not change it.
    fn state(&self, tag: &str) -> JournalState;

    /// Records entries, and returns when they will survive a crash of the system.
    ///
    /// # Errors
    ///
    /// Any reason why they may not. Then the run sends nothing more.
    fn append(&self, entries: Vec<JournalEntry>) -> BoxFuture<'static, io::Result<()>>;
}

/// An entry of a [`Journal`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum JournalEntry {
    /// The request with this tag is sent now.
    Sent(String),
    /// The service has acknowledged it.
    Acknowledged(String),
    /// It has failed, and was not executed. A later run sends it again.
    Failed(String),
}

/// What a [`Journal`] knows of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum JournalState {
    /// It was not sent, or not executed.
    New,
    /// It was sent, and no answer has been recorded.
    Unknown,
    /// It was acknowledged.
    Acknowledged,
}
