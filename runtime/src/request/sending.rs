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
    /// Reads an answer, and takes it where it goes into the value.
    read: fn(&mut Exchanged) -> Result<T, Error>,
}

impl<T> Sending<T> {
    /// The value that the answer holds.
    pub(crate) fn value<R: Request<Answer = T>>(request: &R, client: &Client) -> Self {
        let template = request.path_template();
        let built = request.to_http_request(client.endpoint());
        Self {
            exchange: Exchange::new(built, template, client),
            read: read::<R>,
        }
    }
}

impl<T> Sending<Response<T>> {
    /// The answer with its status and headers.
    pub(crate) fn response<R: Request<Answer = T>>(request: &R, client: &Client) -> Self {
        let template = request.path_template();
        let built = request.to_http_request(client.endpoint());
        Self {
            exchange: Exchange::new(built, template, client),
            read: read_response::<R>,
        }
    }
}

fn read<R: Request>(answer: &mut Exchanged) -> Result<R::Answer, Error> {
    R::read_answer(&answer.response)
}

fn read_response<R: Request>(answer: &mut Exchanged) -> Result<Response<R::Answer>, Error> {
    let value = R::read_answer(&answer.response)?;
    let response = std::mem::take(&mut answer.response);
    Ok(Response::new(response.map(|_| value), answer.sent.clone()))
}

impl<T> Future for Sending<T> {
    type Output = Result<T, Error>;

    // Compiled for each type of answer, hence without adapters, each of which would be as well.
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let Self { exchange, read } = self.get_mut();
        match exchange.poll(context) {
            Poll::Pending => Poll::Pending,
            Poll::Ready(Err(error)) => Poll::Ready(Err(error)),
            Poll::Ready(Ok(mut answer)) => Poll::Ready(match read(&mut answer) {
                Ok(value) => Ok(value),
                Err(error) => Err(exchange.unread(error, answer)),
            }),
        }
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

    /// An answer of success, or an error that names the request.
    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Result<Exchanged, Error>> {
        let answer = ready!(self.answer.as_mut().poll(context));
        Poll::Ready(answer.map_err(|error| self.name(error)))
    }

    /// The answer stays within reach of its error.
    #[cold]
    fn unread(&self, error: Error, answer: Exchanged) -> Error {
        self.name(error.with_answer(answer.response).with_sent(answer.sent))
    }

    #[cold]
    fn name(&self, error: Error) -> Error {
        error.with_request(&self.method, self.template)
    }
}
