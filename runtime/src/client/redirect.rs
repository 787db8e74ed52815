use std::ops::ControlFlow;

use bytes::Bytes;
use http::header::LOCATION;
use http::{Method, Response, StatusCode, Uri};

use crate::endpoint::origin;
use crate::error::{Error, ErrorKind};

/// The number of redirects of one request that are followed.
const MAX_REDIRECTS: u32 = 5;

/// The redirects of one request. They stay within its origin, since the request carries a token for that.
pub(super) struct Redirects<'a> {
    request: &'a http::Request<Bytes>,
    service_root: &'a Uri,
    /// The URL of the last redirect.
    location: Option<Uri>,
    count: u32,
}

impl<'a> Redirects<'a> {
    pub(super) const fn new(service_root: &'a Uri, request: &'a http::Request<Bytes>) -> Self {
        Self {
            request,
            service_root,
            location: None,
            count: 0,
        }
    }

    /// Returns the request to the current URL.
    pub(super) fn next_request(&self) -> http::Request<Bytes> {
        let mut request = self.request.clone();
        if let Some(uri) = &self.location {
            request.uri_mut().clone_from(uri);
        }
        request
    }

    /// Continues with the URL that `response` redirects to. Breaks with the response if it is not a redirect, or not one that this request can
    /// follow.
    pub(super) fn follow(
        &mut self,
        response: Response<Bytes>,
    ) -> Result<ControlFlow<Response<Bytes>>, Error> {
        let location = response.headers().get(LOCATION);
        let Some(location) = location.filter(|_| self.may_follow(response.status())) else {
            return Ok(ControlFlow::Break(response));
        };
        if self.count == MAX_REDIRECTS {
            let message = format!("the service redirects more than {MAX_REDIRECTS} times");
            return Err(refused(message, response));
        }
        let from = self.location.as_ref().unwrap_or(self.request.uri());
        let root = origin::root_of(self.service_root, self.request.uri());
        let location = String::from_utf8_lossy(location.as_bytes());
        match origin::resolve(from, root, &location) {
            Ok(uri) => {
                self.location = Some(uri);
                self.count += 1;
                Ok(ControlFlow::Continue(()))
            }
            Err(error) => {
                let message = format!(
                    "the redirect of the service was not followed: {}",
                    error.message()
                );
                Err(refused(message, response))
            }
        }
    }

    /// Returns whether a redirect of this status keeps the method. In answer to another method than `GET`, a `301`, `302` or `303` may ask for
    /// a `GET` (RFC 9110, section 15.4).
    fn may_follow(&self, status: StatusCode) -> bool {
        match status {
            StatusCode::TEMPORARY_REDIRECT | StatusCode::PERMANENT_REDIRECT => true,
            StatusCode::MOVED_PERMANENTLY | StatusCode::FOUND | StatusCode::SEE_OTHER => {
                self.request.method() == Method::GET
            }
            _ => false,
        }
    }
}

#[cold]
fn refused(message: String, response: Response<Bytes>) -> Error {
    Error::new(ErrorKind::Service, message).with_answer(response)
}
