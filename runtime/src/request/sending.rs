use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http::Method;

use crate::transport::BoxFuture;
use crate::{Client, Error, Request, Response};

/// A request on its way: a future of its answer, or of the value in it.
///
/// It holds a client of its own, so it can be spawned, and nothing is sent before it is polled. Dropping it gives the request up:
/// what was asked may or may not have been done by then.
///
/// ```
/// use graph_resource::{Client, Error, Request};
///
/// async fn send_both<R: Request>(first: &R, second: &R, client: &Client) -> Result<(), Error> {
///     let second = client.send(second); // nothing is sent yet
///     client.send(first).await?;
///     second.await?;
///     Ok(())
/// }
/// ```
#[must_use = "a request is sent when it is awaited"]
pub struct Sending<T> {
    exchange: BoxFuture<'static, Result<http::Response<Bytes>, Error>>,
    read: fn(http::Response<Bytes>) -> Result<T, Error>,
    method: Method,
    template: &'static str,
}

impl<T> Sending<T> {
    /// The value that the answer holds.
    pub(crate) fn value<R: Request<Answer = T>>(request: &R, client: &Client) -> Self {
        Self::new(request, client, |response| {
            R::read_answer(&response).map_err(|error| error.with_answer(response))
        })
    }

    fn new<R: Request>(
        request: &R,
        client: &Client,
        read: fn(http::Response<Bytes>) -> Result<T, Error>,
    ) -> Self {
        let template = request.path_template();
        match request.to_http_request(client.endpoint()) {
            Ok(request) => {
                let method = request.method().clone();
                Self {
                    exchange: client.exchange(request),
                    read,
                    method,
                    template,
                }
            }
            Err(error) => {
                let method = error.method().cloned().unwrap_or_default();
                Self {
                    exchange: Box::pin(std::future::ready(Err(error))),
                    read,
                    method,
                    template,
                }
            }
        }
    }
}

impl<T> Sending<Response<T>> {
    /// The answer with its status and headers.
    pub(crate) fn response<R: Request<Answer = T>>(request: &R, client: &Client) -> Self {
        Self::new(request, client, |response| {
            match R::read_answer(&response) {
                Ok(value) => Ok(Response::new(response.map(|_| value))),
                Err(error) => Err(error.with_answer(response)),
            }
        })
    }
}

impl<T> Future for Sending<T> {
    type Output = Result<T, Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let read = self.read;
        self.exchange.as_mut().poll(context).map(|exchange| {
            exchange
                .and_then(read)
                .map_err(|error| error.with_request(&self.method, self.template))
        })
    }
}

impl<T> fmt::Debug for Sending<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sending({} {})", self.method, self.template)
    }
}
