use bytes::Bytes;
use http::header::LOCATION;
use http::{Method, Response, StatusCode, Uri};

use crate::endpoint::origin;
use crate::error::{Error, ErrorKind};

/// How many redirects of one request are followed.
const MOST: u32 = 5;

/// The way of one request along redirects, which stays within the origin where it began: that is where its token may go.
pub(super) struct Route<'a> {
    request: &'a http::Request<Bytes>,
    /// Where it goes since it was redirected.
    moved: Option<Uri>,
    redirects: u32,
}

impl<'a> Route<'a> {
    pub(super) const fn of(request: &'a http::Request<Bytes>) -> Self {
        Self {
            request,
            moved: None,
            redirects: 0,
        }
    }

    /// The request to where it goes now.
    pub(super) fn request(&self) -> http::Request<Bytes> {
        let mut request = self.request.clone();
        if let Some(uri) = &self.moved {
            request.uri_mut().clone_from(uri);
        }
        request
    }

    /// Goes on to where `response` leads, if it does, or says why not. What is no redirect, or none that this request can follow, is the
    /// answer.
    pub(super) fn follow(&mut self, response: Response<Bytes>) -> Result<Step, Error> {
        let location = response.headers().get(LOCATION);
        let Some(location) = location.filter(|_| self.may_follow(response.status())) else {
            return Ok(Step::Arrived(response));
        };
        if self.redirects == MOST {
            let message = format!("the service redirects more than {MOST} times");
            return Err(refused(message, response));
        }
        let from = self.moved.as_ref().unwrap_or(self.request.uri());
        match origin::resolve(from, &String::from_utf8_lossy(location.as_bytes())) {
            Ok(uri) => {
                self.moved = Some(uri);
                self.redirects += 1;
                Ok(Step::On)
            }
            Err(error) => {
                let message = format!(
                    "the service redirects, which was not followed: {}",
                    error.message()
                );
                Err(refused(message, response))
            }
        }
    }

    /// A `301`, `302` or `303` to anything but a `GET` may ask for a `GET` instead, which is not what was asked for (RFC 9110, section 15.4).
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

/// What an answer is to a request on its way.
pub(super) enum Step {
    On,
    Arrived(Response<Bytes>),
}

#[cold]
fn refused(message: String, response: Response<Bytes>) -> Error {
    Error::new(ErrorKind::Service, message).with_answer(response)
}
