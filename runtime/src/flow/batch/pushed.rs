use bytes::Bytes;

use crate::endpoint::Endpoint;
use crate::error::{Error, ErrorKind};
use crate::request::Request;

/// A request that was added to a batch.
pub(super) struct Pushed<'r> {
    pub(super) request: Box<dyn Build + Send + 'r>,
    /// The requests on which it depends.
    pub(super) after: Vec<usize>,
    /// `true` if it depends on a request of another batch.
    pub(super) is_foreign: bool,
}

/// A request of any type.
pub(super) trait Build {
    fn build(&self, endpoint: &Endpoint) -> Result<http::Request<Bytes>, Error>;

    fn template(&self) -> &'static str;
}

impl<R: Request> Build for R {
    fn build(&self, endpoint: &Endpoint) -> Result<http::Request<Bytes>, Error> {
        self.to_http_request(endpoint)
    }

    fn template(&self) -> &'static str {
        self.path_template()
    }
}

impl Pushed<'_> {
    pub(super) fn build(&self, endpoint: &Endpoint) -> Result<http::Request<Bytes>, Error> {
        if self.is_foreign {
            let message = "it depends on a request of another batch";
            return Err(Error::new(ErrorKind::InvalidRequest, message));
        }
        self.request.build(endpoint)
    }
}
