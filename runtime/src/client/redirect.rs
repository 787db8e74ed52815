use std::ops::ControlFlow;

use bytes::Bytes;
use http::header::{ACCEPT, IF_NONE_MATCH, IF_RANGE, LOCATION, RANGE, USER_AGENT};
use http::{HeaderName, Method, Response, StatusCode, Uri};

use crate::body::Body;
use crate::endpoint::origin;
use crate::error::{Error, ErrorKind};
use crate::request::ExchangeKind;

/// The number of redirects of one request that are followed.
const MAX_REDIRECTS: u32 = 5;

/// The headers with which another origin is asked for content. It gets neither the token nor the headers of the application.
const HEADERS_ELSEWHERE: [HeaderName; 5] = [ACCEPT, IF_NONE_MATCH, IF_RANGE, RANGE, USER_AGENT];

/// The redirects of one request. They stay within its origin, since the request carries a token for that, but for one to content elsewhere.
pub(super) struct Redirects<'a> {
    request: &'a http::Request<Bytes>,
    service_root: &'a Uri,
    /// The URL of the last redirect.
    location: Option<Uri>,
    count: u32,
    is_elsewhere: bool,
}

impl<'a> Redirects<'a> {
    pub(super) const fn new(service_root: &'a Uri, request: &'a http::Request<Bytes>) -> Self {
        Self {
            request,
            service_root,
            location: None,
            count: 0,
            is_elsewhere: false,
        }
    }

    /// Returns the request to the current URL.
    pub(super) fn next_request(&self) -> http::Request<Body> {
        let mut request = self.request.clone().map(Body::from);
        if let Some(uri) = &self.location {
            request.uri_mut().clone_from(uri);
        }
        if self.is_elsewhere {
            let headers = self.request.headers();
            let kept = HEADERS_ELSEWHERE.into_iter().filter_map(|name| {
                let value = headers.get(&name)?.clone();
                Some((name, value))
            });
            *request.headers_mut() = kept.collect();
        }
        request
    }

    /// Returns whether the current URL is at another origin, which must not get the token.
    pub(super) const fn is_elsewhere(&self) -> bool {
        self.is_elsewhere
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
        if self.is_elsewhere {
            let message = "the content is at another origin, which redirects again";
            return Err(refused(message.into(), response));
        }
        if self.count == MAX_REDIRECTS {
            let message = format!("the service redirects more than {MAX_REDIRECTS} times");
            return Err(refused(message, response));
        }
        let from = self.location.as_ref().unwrap_or(self.request.uri());
        let root = origin::root_of(self.service_root, self.request.uri());
        let location = String::from_utf8_lossy(location.as_bytes());
        let elsewhere = if ExchangeKind::is_of_content(self.request) {
            origin::elsewhere(self.service_root, &location)
        } else {
            None
        };
        let is_elsewhere = elsewhere.is_some();
        match elsewhere.unwrap_or_else(|| origin::resolve(from, root, &location)) {
            Ok(uri) => {
                self.location = Some(uri);
                self.is_elsewhere = is_elsewhere;
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
            _ if ExchangeKind::is_without_token(self.request) => false,
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
