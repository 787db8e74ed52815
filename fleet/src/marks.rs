use std::collections::HashMap;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_nats::jetstream::kv::Store;
use bytes::Bytes;
use futures_util::future::try_join_all;
use graph_resource::{BoxFuture, Journal, JournalEntry, JournalState};

use crate::error::Error;
use crate::names::key;

/// The journal of a worker, in a bucket of NATS: a mark for each job that must not be executed twice, from before it is sent until its
/// outcome is recorded.
#[derive(Debug, Clone)]
pub(crate) struct Marks {
    bucket: Store,
    /// The tags of jobs in hand that have a mark, with the state that an earlier worker has left them in.
    known: Arc<Mutex<HashMap<String, JournalState>>>,
}

impl Marks {
    pub(crate) fn new(bucket: Store) -> Self {
        Self {
            bucket,
            known: Arc::default(),
        }
    }

    /// Finds out whether an earlier worker has sent a job.
    pub(crate) async fn look_up(&self, tag: &str) -> Result<(), Error> {
        let mark = self.bucket.get(key(tag)).await;
        let mark = mark.map_err(Error::at("reading what was sent"))?;
        if mark.is_some() {
            self.known().insert(tag.to_owned(), JournalState::Unknown);
        }
        Ok(())
    }

    /// Returns whether a job was sent that must not be sent again.
    pub(crate) fn has(&self, tag: &str) -> bool {
        self.known().contains_key(tag)
    }

    /// Removes the mark of a job, if it has one.
    pub(crate) async fn remove(&self, tag: &str) -> Result<(), Error> {
        if self.known().remove(tag).is_some() {
            let removed = self.bucket.purge(key(tag)).await;
            removed.map_err(Error::at("removing the mark of a job"))?;
        }
        Ok(())
    }

    /// Forgets a job that is given back, whose mark stays.
    pub(crate) fn forget(&self, tag: &str) {
        self.known().remove(tag);
    }

    fn known(&self) -> MutexGuard<'_, HashMap<String, JournalState>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Journal for Marks {
    fn state(&self, tag: &str) -> JournalState {
        let state = self.known().get(tag).copied();
        state.unwrap_or(JournalState::New)
    }

    fn append(&self, entries: Vec<JournalEntry>) -> BoxFuture<'static, io::Result<()>> {
        let marks = self.clone();
        Box::pin(async move {
            let entries = entries.into_iter().map(|entry| marks.enter(entry));
            try_join_all(entries).await.map(drop)
        })
    }
}

impl Marks {
    async fn enter(&self, entry: JournalEntry) -> io::Result<()> {
        match entry {
            JournalEntry::Sent(tag) => {
                let put = self.bucket.put(key(&tag), Bytes::new()).await;
                put.map_err(io::Error::other)?;
                self.known().insert(tag, JournalState::New);
            }
            // It was not executed, so that another worker may send it.
            JournalEntry::Failed(tag) => self.remove(&tag).await.map_err(io::Error::other)?,
            // What is known of it is its outcome, with which the mark is removed.
            _ => {}
        }
        Ok(())
    }
}
