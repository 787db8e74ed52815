use std::fmt;

use super::handle::{BatchHandle, BatchItem};
use crate::answer::Response;
use crate::client::Answered;
use crate::error::{Error, ErrorKind};

/// The answers to the requests of a [`Batch`](super::Batch).
///
/// Each request has an answer or an error of its own, whatever happened to the others.
#[must_use = "a request that failed says so only here"]
pub struct BatchAnswers {
    batch: u64,
    answers: Vec<Option<Result<Box<Answered>, Error>>>,
}

impl BatchAnswers {
    pub(super) const fn new(
        batch: u64,
        answers: Vec<Option<Result<Box<Answered>, Error>>>,
    ) -> Self {
        Self { batch, answers }
    }

    /// Takes the value of the answer to a request.
    ///
    /// # Errors
    ///
    /// The error of the request, as if it had been sent by itself. [`ErrorKind::InvalidRequest`] if the handle is one of another batch, or the
    /// answer has been taken already.
    pub fn take<A>(&mut self, handle: BatchHandle<A>) -> Result<A, Error> {
        self.take_with_response(handle).map(Response::into_value)
    }

    /// Takes the answer to a request, with its status and headers.
    ///
    /// # Errors
    ///
    /// Those of [`take`](Self::take).
    pub fn take_with_response<A>(&mut self, handle: BatchHandle<A>) -> Result<Response<A>, Error> {
        let BatchItem { batch, index } = handle.item();
        if batch != self.batch {
            return Err(invalid("the handle is one of another batch"));
        }
        let answer = self.answers.get_mut(index).and_then(Option::take);
        match answer {
            Some(answer) => answer?.read(handle.read),
            None => Err(invalid("the answer has been taken already")),
        }
    }

    /// Returns the error of a request, if it failed and its answer has not been taken.
    ///
    /// A successful answer that cannot be read becomes an error only when it is taken.
    pub fn error(&self, item: impl Into<BatchItem>) -> Option<&Error> {
        let BatchItem { batch, index } = item.into();
        let answer = self.answers.get(index).filter(|_| batch == self.batch)?;
        answer.as_ref()?.as_ref().err()
    }

    /// Returns the requests that failed and whose answers have not been taken, with their errors, in the order of the batch.
    pub fn errors(&self) -> impl Iterator<Item = (BatchItem, &Error)> {
        let batch = self.batch;
        let answers = self.answers.iter().enumerate();
        answers.filter_map(move |(index, answer)| {
            let error = answer.as_ref()?.as_ref().err()?;
            Some((BatchItem { batch, index }, error))
        })
    }
}

fn invalid(message: &str) -> Error {
    Error::new(ErrorKind::InvalidRequest, message)
}

/// Shows no data of the answers.
impl fmt::Debug for BatchAnswers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BatchAnswers")
            .field("requests", &self.answers.len())
            .field("failed", &self.errors().count())
            .finish_non_exhaustive()
    }
}
