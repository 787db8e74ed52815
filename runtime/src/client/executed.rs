use bytes::Bytes;

use super::exchange::RawResponse;
use super::request_name::RequestName;
use crate::error::{Error, ErrorKind};
use crate::request::Request;

/// The answer to one request of a flow: its value, and the HTTP response that it was read from.
pub(crate) struct Executed<T> {
    pub(crate) value: T,
    raw: RawResponse,
    request: RequestName,
}

impl<T> Executed<T> {
    /// Reads the value of a response, and takes the response.
    pub(super) fn read<R: Request<Answer = T>>(
        request: &RequestName,
        raw: &mut RawResponse,
    ) -> Result<Self, Error> {
        Ok(Self {
            value: R::read_answer(&raw.response)?,
            raw: RawResponse {
                response: std::mem::take(&mut raw.response),
                record: raw.record.clone(),
            },
            request: request.clone(),
        })
    }

    /// Returns the HTTP response.
    pub(crate) const fn response(&self) -> &http::Response<Bytes> {
        &self.raw.response
    }

    /// Returns the number of attempts.
    pub(crate) const fn attempts(&self) -> u32 {
        self.raw.record.attempts
    }

    /// Returns the value and the HTTP response.
    pub(crate) fn into_parts(self) -> (T, http::Response<Bytes>) {
        (self.value, self.raw.response)
    }

    /// Creates the error that a flow cannot continue after this answer. It names the request, and keeps the answer.
    #[cold]
    pub(crate) fn reject(self, message: &'static str) -> Error {
        self.reject_as(ErrorKind::UnexpectedAnswer, message)
    }

    /// Creates the error that the operation of which this answer is the state has failed. Its code is that of the `error` in the state.
    #[cfg(feature = "retry")]
    #[cold]
    pub(crate) fn reject_failed(self, message: &'static str) -> Error {
        let error = Error::of_operation(message, self.raw.response.clone());
        self.reject_with(error)
    }

    /// Creates an error of another kind of this answer.
    #[cold]
    pub(crate) fn reject_as(self, kind: ErrorKind, message: &'static str) -> Error {
        self.reject_with(Error::new(kind, message))
    }

    /// Adds the request and the answer to an error about the answer.
    #[cold]
    pub(crate) fn reject_with(self, error: Error) -> Error {
        self.request.add_to(self.raw.add_to(error))
    }
}
