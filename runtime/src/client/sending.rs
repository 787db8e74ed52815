use std::borrow::Borrow;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use super::exchange::RawResponse;
use super::executed::Executed;
use super::handle::Client;
use super::pending::PendingResponse;
use super::request_name::RequestName;
use crate::answer::{Download, Outcome, Page, Response};
use crate::edm::PropertyValue;
use crate::error::Error;
use crate::model::StructuredType;
use crate::request::{
    Content, Delete, Get, IfChanged, Link, List, PolymorphicResource, Request, SetContent,
    UnionUpdate, Whole, WriteKind,
};
use crate::resource::Resource;

/// A future that sends a request and returns the answer, or the value in it.
///
/// It owns a client, so it can be spawned. Nothing is sent before it is polled. Dropping it abandons the request, which the service may have
/// executed by then.
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
    pending: PendingResponse,
    /// Reads an answer, and moves it into the value if that contains it.
    read: Read<T>,
}

type Read<T> = fn(&RequestName, &mut RawResponse) -> Result<T, Error>;

impl<T> Sending<T> {
    fn new<R: Request>(request: &R, client: &Client, read: Read<T>) -> Self {
        let template = request.path_template();
        let built = request.to_http_request(client.endpoint());
        Self {
            pending: PendingResponse::new(built, template, client),
            read,
        }
    }
}

fn read_value<R: Request>(_: &RequestName, raw: &mut RawResponse) -> Result<R::Answer, Error> {
    R::read_answer(&raw.response)
}

fn read_response<R: Request>(
    _: &RequestName,
    raw: &mut RawResponse,
) -> Result<Response<R::Answer>, Error> {
    let value = R::read_answer(&raw.response)?;
    let response = std::mem::take(&mut raw.response);
    Ok(Response::new(response.map(|_| value), raw.record.clone()))
}

impl<T> Future for Sending<T> {
    type Output = Result<T, Error>;

    // Compiled for each type of answer, hence without adapters, each of which would be compiled as well.
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let Self { pending, read } = self.get_mut();
        match pending.poll(context) {
            Poll::Pending => Poll::Pending,
            Poll::Ready(Err(error)) => Poll::Ready(Err(error)),
            Poll::Ready(Ok(mut raw)) => Poll::Ready(match read(&pending.request, &mut raw) {
                Ok(value) => Ok(value),
                Err(error) => Err(pending.read_error(error, raw)),
            }),
        }
    }
}

impl Client {
    /// Sends a request. Each request also has a method `send` of its own.
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
        Sending::new(request, self, read_value::<R>)
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
        Sending::new(request, self, read_response::<R>)
    }

    /// Sends a request of a flow. Errors name the request, and so does an error that the flow makes of the answer with
    /// [`Executed::reject`].
    pub(crate) fn execute<R: Request>(&self, request: &R) -> Sending<Executed<R::Answer>> {
        Sending::new(request, self, Executed::read::<R>)
    }
}

/// Implements the sending methods of `$request`. They are methods of each type, not of a trait, so that they need no import.
#[doc(hidden)]
#[macro_export]
macro_rules! __sending_methods {
    ([$($parameters:tt)*] $request:ty, [$($bounds:tt)*], $answer:ty) => {
        impl<$($parameters)*> $request
        where
            $($bounds)*
        {
            /// Sends the request, and returns the value in the answer.
            pub fn send(self, client: &$crate::Client) -> $crate::Sending<$answer> {
                client.send(&self)
            }

            /// Sends the request, and returns the answer with its status and headers.
            pub fn send_with_response(
                self,
                client: &$crate::Client,
            ) -> $crate::Sending<$crate::Response<$answer>> {
                client.send_with_response(&self)
            }
        }

        $crate::__blocking_methods!([$($parameters)*] $request, [$($bounds)*], $answer);
    };
}

/// Implements the methods that block. It is another macro because a `cfg` in it would be that of the user's crate.
#[cfg(feature = "blocking")]
#[doc(hidden)]
#[macro_export]
macro_rules! __blocking_methods {
    ([$($parameters:tt)*] $request:ty, [$($bounds:tt)*], $answer:ty) => {
        impl<$($parameters)*> $request
        where
            $($bounds)*
        {
            /// Sends the request, waits, and returns the value in the answer.
            pub fn send_blocking(
                self,
                client: &$crate::Client,
            ) -> $crate::__private::Result<$answer, $crate::Error> {
                client.send_blocking(&self)
            }
        }
    };
}

#[cfg(not(feature = "blocking"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __blocking_methods {
    ($($tokens:tt)*) => {};
}

__sending_methods!([] Link, [], ());
__sending_methods!([R] Content<R>, [], Download);
__sending_methods!([R: PropertyValue] SetContent<R>, [], Outcome<R>);
__sending_methods!([Q: Request] IfChanged<Q>, [], Option<Q::Answer>);
__sending_methods!([R: Resource] Get<R>, [], R);
__sending_methods!([R: Resource] List<R>, [], Page<R>);
__sending_methods!([R: Resource] Delete<R>, [], ());
__sending_methods!([U: PolymorphicResource] UnionUpdate<U>, [], Outcome<U>);
__sending_methods!([K: WriteKind, R: Resource + StructuredType, B: Borrow<R>] Whole<K, R, B>, [], K::Answer<R>);

impl<T> fmt::Debug for Sending<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let RequestName { method, template } = &self.pending.request;
        write!(f, "Sending({method} {template})")
    }
}
