use bytes::Bytes;

use crate::transport::BoxFuture;
use crate::{Endpoint, Error, Request, Response, Sending};

/// A client.
#[derive(Debug, Clone)]
pub struct Client {
    endpoint: Endpoint,
}

/// Builds a client.
#[derive(Debug)]
pub struct ClientBuilder {}

/// A token.
#[derive(Debug)]
pub struct AccessToken {}

/// Provides tokens.
pub trait TokenProvider {}

impl Client {
    /// Where its requests go.
    pub fn endpoint(&self) -> &Endpoint {
        &self.endpoint
    }

    /// Sends a request.
    pub fn send<R: Request>(&self, request: &R) -> Sending<R::Answer> {
        Sending::value(request, self)
    }

    /// Sends a request, and returns the answer with its status and headers.
    pub fn send_with_response<R: Request>(&self, request: &R) -> Sending<Response<R::Answer>> {
        Sending::response(request, self)
    }

    /// Puts the token in, sends, and turns an answer other than 2xx into an error.
    pub(crate) fn exchange(
        &self,
        _request: http::Request<Bytes>,
        _template: &'static str,
    ) -> BoxFuture<'static, Result<http::Response<Bytes>, Error>> {
        Box::pin(std::future::ready(Err(Error::configuration(
            "no transport",
        ))))
    }
}
