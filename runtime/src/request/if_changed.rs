use bytes::Bytes;
use http::StatusCode;
use http::header::{HeaderValue, IF_NONE_MATCH};

use super::Request;
use super::exchange_kind::MayBeUnchanged;
use crate::endpoint::Endpoint;
use crate::error::{Error, ErrorKind};

/// A read that is answered with `None` if what it reads has not changed. Created by [`Get::if_changed`](crate::Get::if_changed) and
/// [`Content::if_changed`](crate::Content::if_changed).
///
/// It sends `If-None-Match`, and `None` is the status `304` ("HTTP Semantics", RFC 9110, section 13.1.2).
#[derive(Debug, Clone, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct IfChanged<Q> {
    request: Q,
    etag: String,
}

impl<Q> IfChanged<Q> {
    pub(crate) fn new(request: Q, etag: impl Into<String>) -> Self {
        let etag = etag.into();
        Self { request, etag }
    }
}

impl<Q: Request> IfChanged<Q> {
    /// Builds the exact request, except for what the client adds: `Authorization`, `User-Agent` and `client-request-id`.
    ///
    /// # Errors
    ///
    /// Those of [`Request::to_http_request`].
    pub fn to_http_request(&self, endpoint: &Endpoint) -> Result<http::Request<Bytes>, Error> {
        Request::to_http_request(self, endpoint)
    }
}

impl<Q: Request> Request for IfChanged<Q> {
    type Answer = Option<Q::Answer>;

    fn to_http_request(&self, endpoint: &Endpoint) -> Result<http::Request<Bytes>, Error> {
        let mut request = self.request.to_http_request(endpoint)?;
        let etag = HeaderValue::from_str(&self.etag).ok();
        let etag = etag.filter(|_| !self.etag.is_empty()).ok_or_else(|| {
            let message =
                "`if_changed` needs the entity tag of an earlier answer, such as `\"abc\"`";
            Error::new(ErrorKind::InvalidRequest, message)
                .with_request(request.method(), self.path_template())
        })?;
        request.headers_mut().insert(IF_NONE_MATCH, etag);
        request.extensions_mut().insert(MayBeUnchanged);
        Ok(request)
    }

    fn path_template(&self) -> &'static str {
        self.request.path_template()
    }

    fn read_answer(response: &http::Response<Bytes>) -> Result<Self::Answer, Error> {
        if response.status() == StatusCode::NOT_MODIFIED {
            return Ok(None);
        }
        Q::read_answer(response).map(Some)
    }
}
