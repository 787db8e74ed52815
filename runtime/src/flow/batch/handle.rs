use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};

use bytes::Bytes;

use crate::error::Error;
use crate::request::Request;

/// A request in a [`Batch`](super::Batch), of whatever type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct BatchItem {
    /// The batch to which it belongs. Each has another number.
    pub(super) batch: u64,
    pub(super) index: usize,
}

/// A handle of a request in a [`Batch`](super::Batch), with which [`BatchAnswers::take`](super::BatchAnswers::take) returns its answer.
pub struct BatchHandle<A> {
    item: BatchItem,
    pub(super) read: fn(&http::Response<Bytes>) -> Result<A, Error>,
}

impl<A> BatchHandle<A> {
    pub(super) fn new<R: Request<Answer = A>>(item: BatchItem) -> Self {
        Self {
            item,
            read: R::read_answer,
        }
    }

    /// Returns the request without the type of its answer, for a list of several of them.
    pub const fn item(self) -> BatchItem {
        self.item
    }
}

impl<A> From<BatchHandle<A>> for BatchItem {
    fn from(handle: BatchHandle<A>) -> Self {
        handle.item
    }
}

impl<A> Clone for BatchHandle<A> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<A> Copy for BatchHandle<A> {}

impl<A> fmt::Debug for BatchHandle<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("BatchHandle")
            .field(&self.item.index)
            .finish()
    }
}

/// Returns the number of a new batch.
pub(super) fn next_batch() -> u64 {
    static BATCHES: AtomicU64 = AtomicU64::new(0);
    BATCHES.fetch_add(1, Ordering::Relaxed)
}
