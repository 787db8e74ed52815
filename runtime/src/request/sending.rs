use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use http::Method;

use crate::__private::Built;
use crate::client::Exchanged;
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
    exchange: Exchange,
    read: fn(Exchanged) -> Result<T, Error>,
}

impl<T> Sending<T> {
    /// The value that the answer holds.
    pub(crate) fn value<R: Request<Answer = T>>(request: &R, client: &Client) -> Self {
        Self {
            exchange: Exchange::of(request, client),
            read: |answer| R::read_answer(&answer.response).map_err(|error| unread(error, answer)),
        }
    }
}

impl<T> Sending<Response<T>> {
    /// The answer with its status and headers.
    pub(crate) fn response<R: Request<Answer = T>>(request: &R, client: &Client) -> Self {
        Self {
            exchange: Exchange::of(request, client),
            read: |answer| match R::read_answer(&answer.response) {
                Ok(value) => Ok(Response::new(answer.response.map(|_| value), answer.sent)),
                Err(error) => Err(unread(error, answer)),
            },
        }
    }
}

/// The answer stays within reach of its error.
#[cold]
fn unread(error: Error, answer: Exchanged) -> Error {
    error.with_answer(answer.response).with_sent(answer.sent)
}

impl<T> Future for Sending<T> {
    type Output = Result<T, Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let answer = ready!(self.exchange.answer.as_mut().poll(context));
        let value = answer.and_then(self.read);
        Poll::Ready(value.map_err(|error| self.exchange.name(error)))
    }
}

impl<T> fmt::Debug for Sending<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Exchange {
            method, template, ..
        } = &self.exchange;
        write!(f, "Sending({method} {template})")
    }
}

/// What is the same whatever is sent, and so is compiled once.
struct Exchange {
    answer: BoxFuture<'static, Result<Exchanged, Error>>,
    method: Method,
    template: &'static str,
}

impl Exchange {
    fn of<R: Request>(request: &R, client: &Client) -> Self {
        let built = request.to_http_request(client.endpoint());
        Self::new(built, request.path_template(), client)
    }

    fn new(built: Built, template: &'static str, client: &Client) -> Self {
        match built {
            Ok(request) => Self {
                method: request.method().clone(),
                answer: client.exchange(request, template),
                template,
            },
            Err(error) => Self {
                method: error.method().cloned().unwrap_or_default(),
                answer: Box::pin(std::future::ready(Err(error))),
                template,
            },
        }
    }

    #[cold]
    fn name(&self, error: Error) -> Error {
        error.with_request(&self.method, self.template)
    }
}
