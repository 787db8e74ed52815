use std::fmt;

use bytes::Bytes;

use crate::answer::Returned;
use crate::client::Executed;
use crate::error::Error;

/// The end of an upload: the answer to the last fragment.
pub struct Uploaded {
    answer: Executed<http::Response<Bytes>>,
}

impl Uploaded {
    pub(super) const fn new(answer: Executed<http::Response<Bytes>>) -> Self {
        Self { answer }
    }

    /// Reads what was created, such as the item of a drive.
    ///
    /// # Errors
    ///
    /// An [`ErrorKind::UnexpectedAnswer`](crate::ErrorKind::UnexpectedAnswer) if the answer is something else, or has no body, as after the upload
    /// of an attachment. The file was uploaded all the same.
    pub fn item<T: Returned>(self) -> Result<T, Error> {
        match T::read(self.answer.response()) {
            Ok(item) => Ok(item),
            Err(error) => Err(self.answer.reject_with(error)),
        }
    }

    /// Returns the URL of what was created, if the answer has a `Location`.
    pub fn location(&self) -> Option<&str> {
        let headers = self.answer.response().headers();
        headers.get(http::header::LOCATION)?.to_str().ok()
    }

    /// Returns the answer as it is.
    pub const fn response(&self) -> &http::Response<Bytes> {
        self.answer.response()
    }
}

impl fmt::Debug for Uploaded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Uploaded")
            .field("status", &self.response().status())
            .finish_non_exhaustive()
    }
}
