//! The comparison after an update that may have been executed.

use bytes::Bytes;

use super::read::Edited;
use crate::answer;
use crate::error::Error;
use crate::model::{Patch, StructuredType};
use crate::resource::Resource;

/// An update that may have been executed: its own first attempt may be the reason of its conflict.
pub(super) struct Doubt<R: Resource + StructuredType> {
    sent: R::Patch,
    /// The patch that undoes the update.
    undo: R::Patch,
    error: Error,
}

/// The outcome of the update, as the item shows it.
pub(super) enum Resolution {
    Executed,
    NotExecuted,
    /// The item has been changed by others where the update would have changed it.
    Unknown(Error),
}

impl<R: Resource + StructuredType> Doubt<R> {
    /// Keeps the update `sent` of the item in `response`, and the error of the update.
    pub(super) fn new(
        response: &http::Response<Bytes>,
        sent: R::Patch,
        error: Error,
    ) -> Result<Self, Error> {
        let before: R = answer::read(response)?;
        let mut after: R = answer::read(response)?;
        sent.clone().apply_to(&mut after);
        let undo = R::Patch::between(&after, &before);
        Ok(Self { sent, undo, error })
    }

    /// Compares the item as it is now with what was sent, and with what it was before. If the update was not executed, `after` is as read.
    pub(super) fn resolve(self, item: &mut Edited<R>) -> Resolution {
        self.sent.apply_to(&mut item.after);
        if R::Patch::between(&item.before, &item.after).is_empty() {
            return Resolution::Executed;
        }
        self.undo.apply_to(&mut item.after);
        if R::Patch::between(&item.before, &item.after).is_empty() {
            return Resolution::NotExecuted;
        }
        Resolution::Unknown(self.error)
    }
}
