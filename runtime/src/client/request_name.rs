use http::Method;

use crate::error::Error;

/// The method and the path template of a request, which name it in errors.
#[derive(Clone)]
pub(super) struct RequestName {
    pub(super) method: Method,
    pub(super) template: &'static str,
}

impl RequestName {
    /// Names the request in an error.
    #[cold]
    pub(super) fn add_to(&self, error: Error) -> Error {
        error.with_request(&self.method, self.template)
    }
}
