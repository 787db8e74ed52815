use std::task::{Context, Poll, ready};

use bytes::Bytes;

use super::exchange::RawResponse;
use super::handle::Client;
use super::request_name::RequestName;
use crate::error::Error;
use crate::transport::BoxFuture;

/// A request on its way. It does not depend on the type of the answer, and so is compiled once.
pub(super) struct PendingResponse {
    response: BoxFuture<'static, Result<RawResponse, Error>>,
    pub(super) request: RequestName,
}

impl PendingResponse {
    pub(super) fn new(
        built: Result<http::Request<Bytes>, Error>,
        template: &'static str,
        client: &Client,
    ) -> Self {
        Self {
            request: RequestName::of(&built, template),
            response: match built {
                Ok(request) => client.exchange(request, template),
                Err(error) => Box::pin(std::future::ready(Err(error))),
            },
        }
    }

    /// Polls for an answer of status 2xx, or an error that names the request.
    pub(super) fn poll(&mut self, context: &mut Context<'_>) -> Poll<Result<RawResponse, Error>> {
        let response = ready!(self.response.as_mut().poll(context));
        Poll::Ready(response.map_err(|error| self.request.add_to(error)))
    }

    /// Adds the request and its answer to an error of reading that answer.
    #[cold]
    pub(super) fn read_error(&self, error: Error, response: RawResponse) -> Error {
        self.request.add_to(response.add_to(error))
    }
}
