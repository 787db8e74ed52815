//! The count of conflicts and attempts.

use crate::client::Executed;
use crate::error::Error;

/// The rounds of a modification so far.
pub(super) struct Rounds {
    attempts: u32,
    conflicts: u32,
    max_conflicts: u32,
}

impl Rounds {
    pub(super) const fn new(max_conflicts: u32) -> Self {
        Self {
            attempts: 0,
            conflicts: 0,
            max_conflicts,
        }
    }

    /// Returns the number of conflicts so far.
    pub(super) const fn conflicts(&self) -> u32 {
        self.conflicts
    }

    /// Adds the attempts of a request. Its error has those of all requests.
    pub(super) fn count<T>(
        &mut self,
        result: Result<Executed<T>, Error>,
    ) -> Result<Executed<T>, Error> {
        let attempts = match &result {
            Ok(executed) => executed.attempts(),
            Err(error) => error.attempts(),
        };
        self.attempts = self.attempts.saturating_add(attempts);
        result.map_err(|error| self.complete(error))
    }

    /// Adds the number of all attempts and conflicts to an error.
    pub(super) fn complete(&self, error: Error) -> Error {
        error.with_rounds(self.attempts, self.conflicts)
    }

    /// Counts a conflict. Returns its error, as an error if it is one too many.
    pub(super) fn conflict(&mut self, error: Error) -> Result<Error, Error> {
        self.conflicts = self.conflicts.saturating_add(1);
        let error = self.complete(error);
        if self.conflicts > self.max_conflicts {
            return Err(error);
        }
        Ok(error)
    }
}
