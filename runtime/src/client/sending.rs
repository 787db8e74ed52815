use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use http::Method;

use super::{Client, Exchanged};
use crate::answer::Response;
use crate::error::Error;
use crate::request::{Built, Delete, Get, List, Request};
use crate::resource::Resource;
use crate::transport::BoxFuture;

/// The future of an answer, or of the value in it.
///
/// It owns a client, so it can be spawned. Nothing is sent before it is polled. Dropping it abandons the request, which may or may not have
/// been executed by then.
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
    /// Reads an answer, and moves it into the value if that contains it.
    read: fn(&mut Exchanged) -> Result<T, Error>,
}

impl<T> Sending<T> {
    /// Creates the future of the value in the answer.
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
    /// Creates the future of the answer with its status and headers.
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
    Ok(Response::new(
        response.map(|_| value),
        answer.record.clone(),
    ))
}

impl<T> Future for Sending<T> {
    type Output = Result<T, Error>;

    // Compiled for each type of answer, hence without adapters, each of which would be compiled as well.
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

impl Client {
    /// Sends a request. Each request has `send` as a method of its own, too.
    ///
    /// ```
    /// use graph_resource::{Client, Error, Request};
    ///
    /// /// Sends the same request to each of several tenants.
    /// async fn send_to_all<R: Request>(request: &R, tenants: &[Client]) -> Result<Vec<R::Answer>, Error> {
    ///     let mut answers = Vec::new();
    ///     for client in tenants {
    ///         answers.push(client.send(request).await?);
    ///     }
    ///     Ok(answers)
    /// }
    /// ```
    pub fn send<R: Request>(&self, request: &R) -> Sending<R::Answer> {
        Sending::value(request, self)
    }

    /// Sends a request, and returns the answer with its status and headers.
    ///
    /// ```
    /// use graph_resource::{Client, Error, Request};
    ///
    /// async fn etag<R: Request>(request: &R, client: &Client) -> Result<Option<String>, Error> {
    ///     let response = client.send_with_response(request).await?;
    ///     Ok(response.etag().map(str::to_owned))
    /// }
    /// ```
    pub fn send_with_response<R: Request>(&self, request: &R) -> Sending<Response<R::Answer>> {
        Sending::response(request, self)
    }
}

/// Implements the methods that send for `$request`. They are methods of each type, not of a trait, so that they need no import.
#[doc(hidden)]
#[macro_export]
macro_rules! __sending_methods {
    ([$($parameters:tt)*] $request:ty, [$($bounds:tt)*]) => {
        impl<$($parameters)*> $request
        where
            $($bounds)*
        {
            /// Sends the request.
            pub fn send(self, client: &$crate::Client) -> $crate::Sending<<Self as $crate::Request>::Answer> {
                client.send(&self)
            }

            /// Sends the request, and returns the answer with its status and headers.
            pub fn send_with_response(
                self,
                client: &$crate::Client,
            ) -> $crate::Sending<$crate::Response<<Self as $crate::Request>::Answer>> {
                client.send_with_response(&self)
            }
        }
    };
}

__sending_methods!([R: Resource] Get<R>, []);
__sending_methods!([R: Resource] List<R>, []);
__sending_methods!([R: Resource] Delete<R>, []);

impl<T> fmt::Debug for Sending<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Exchange {
            method, template, ..
        } = &self.exchange;
        write!(f, "Sending({method} {template})")
    }
}

/// The part that does not depend on the type of the answer, and so is compiled once.
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

    /// Returns an answer of status 2xx, or an error that names the request.
    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Result<Exchanged, Error>> {
        let answer = ready!(self.answer.as_mut().poll(context));
        Poll::Ready(answer.map_err(|error| self.name(error)))
    }

    /// Keeps the answer in the error about it.
    #[cold]
    fn unread(&self, error: Error, answer: Exchanged) -> Error {
        self.name(
            error
                .with_answer(answer.response)
                .with_record(answer.record),
        )
    }

    #[cold]
    fn name(&self, error: Error) -> Error {
        error.with_request(&self.method, self.template)
    }
}
