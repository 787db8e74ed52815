use std::fmt;

use http::header::{ETAG, LOCATION};
use http::{HeaderMap, StatusCode};

use crate::error::SendRecord;
use crate::odata::names;

/// An answer of the service: a value with the status and the headers that came with it.
///
/// `send_with_response` of each request returns it.
///
/// ```
/// use graph_resource::{Response, Updated};
///
/// fn describe<T>(response: &Response<Updated<T>>) -> String {
///     match (response.value(), response.location()) {
///         (Updated::Accepted, Some(operation)) => format!("in progress, see {operation}"),
///         _ => format!("done, {} (request-id {:?})", response.status(), response.request_id()),
///     }
/// }
/// ```
pub struct Response<T> {
    response: http::Response<T>,
    record: SendRecord,
}

impl<T> Response<T> {
    pub(crate) const fn new(response: http::Response<T>, record: SendRecord) -> Self {
        Self { response, record }
    }

    /// Returns the status. It is 2xx, since any other is an [`Error`](crate::Error), or `304` or `416` if these say that nothing is to be read.
    pub fn status(&self) -> StatusCode {
        self.response.status()
    }

    /// Returns whether the status is `201`: the item is new, for example after an upsert.
    pub fn is_created(&self) -> bool {
        self.status() == StatusCode::CREATED
    }

    /// Returns all headers.
    pub fn headers(&self) -> &HeaderMap {
        self.response.headers()
    }

    /// Returns the `ETag` header verbatim, for `with_if_match`.
    pub fn etag(&self) -> Option<&str> {
        self.header(ETAG.as_str())
    }

    /// Returns the `Location` header: the URL of the created item, or of the operation that was started.
    pub fn location(&self) -> Option<&str> {
        self.header(LOCATION.as_str())
    }

    /// Returns the service's id of this request, which Microsoft's support asks for.
    pub fn request_id(&self) -> Option<&str> {
        self.header(names::REQUEST_ID.as_str())
    }

    /// Returns the `client-request-id` as the service repeated it or, if it did not, as it was sent.
    pub fn client_request_id(&self) -> Option<&str> {
        self.header(names::CLIENT_REQUEST_ID.as_str())
            .or_else(|| self.record.id.to_str().ok())
    }

    /// Returns the number of attempts: more than one if the request was repeated ([`Retry`](crate::Retry)).
    pub fn attempts(&self) -> u32 {
        self.record.attempts
    }

    /// Returns the value of the answer.
    pub fn value(&self) -> &T {
        self.response.body()
    }

    /// Returns the value of the answer, without the status and the headers.
    pub fn into_value(self) -> T {
        self.response.into_body()
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.response.headers().get(name)?.to_str().ok()
    }
}

impl<T: fmt::Debug> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status())
            .field("request_id", &self.request_id())
            .field("value", self.value())
            .finish_non_exhaustive()
    }
}
