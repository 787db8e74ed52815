use bytes::Bytes;
use http::Method;

use crate::error::Error;

/// The method and the path template of a request, which name it in errors.
#[derive(Clone)]
pub(super) struct RequestName {
    pub(super) method: Method,
    pub(super) template: &'static str,
}

impl RequestName {
    /// Names a request, or the one that could not be built.
    pub(super) fn of(built: &Result<http::Request<Bytes>, Error>, template: &'static str) -> Self {
        let method = match built {
            Ok(request) => request.method().clone(),
            Err(error) => error.method().cloned().unwrap_or_default(),
        };
        Self { method, template }
    }

    /// Names the request in an error.
    #[cold]
    pub(super) fn add_to(&self, error: Error) -> Error {
        error.with_request(&self.method, self.template)
    }
}
