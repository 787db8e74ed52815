//! Moving bytes: the one seam between this crate and whatever speaks HTTP.

#[cfg(any(feature = "reqwest", feature = "hyper"))]
mod body;
#[cfg(any(feature = "reqwest", feature = "hyper"))]
mod failure;
#[cfg(feature = "hyper")]
mod hyper;
#[cfg(any(feature = "reqwest", feature = "hyper"))]
mod limits;
#[cfg(feature = "reqwest")]
mod reqwest;

use std::error::Error as StdError;
use std::future::Future;
use std::io;
use std::pin::Pin;
use std::sync::Arc;

use bytes::Bytes;

use crate::error::{Error, ErrorKind, Retryable};
#[cfg(feature = "hyper")]
pub use hyper::{HyperTransport, HyperTransportBuilder};
#[cfg(feature = "reqwest")]
pub use reqwest::{ReqwestTransport, ReqwestTransportBuilder};

/// A boxed future that can be sent between threads.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// What a [`Transport`] reports where no answer arrived.
///
/// An [`io::Error`], at whatever depth, makes it something that passes, so that a request that can be is sent again ([`Retry`](crate::Retry));
/// one of kind [`TimedOut`](io::ErrorKind::TimedOut) makes it an [`ErrorKind::Timeout`], and of one of kind
/// [`ConnectionRefused`](io::ErrorKind::ConnectionRefused), nothing was sent.
pub type TransportError = Box<dyn StdError + Send + Sync>;

/// Moves bytes: takes a complete HTTP request and returns the HTTP answer, whatever its status, its body read.
///
/// A transport must not follow redirects, since a request carries a token for its own origin only; and it is the transport that
/// bounds the time of an exchange and the size of an answer. `ReqwestTransport` (feature `reqwest`, on by default) and `HyperTransport`
/// (feature `hyper`) do all three.
///
/// Any closure from a request to a future is a transport, which is what a test needs:
///
/// ```
/// use bytes::Bytes;
/// use graph_resource::Client;
///
/// let client = Client::builder()
///     .token("a token")
///     .transport(|request: http::Request<Bytes>| async move {
///         assert_eq!(request.uri().host(), Some("graph.microsoft.com"));
///         let mut response = http::Response::new(Bytes::new());
///         *response.status_mut() = http::StatusCode::NO_CONTENT;
///         Ok(response)
///     })
///     .build()?;
/// # Ok::<(), graph_resource::Error>(())
/// ```
pub trait Transport: Send + Sync + 'static {
    /// Sends one request.
    ///
    /// Nothing may be sent before the future is polled, and dropping the future gives the exchange up.
    ///
    /// # Errors
    ///
    /// Whatever kept the answer from arriving. An answer is no error, whatever its status.
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> BoxFuture<'static, Result<http::Response<Bytes>, TransportError>>;
}

impl<F, Fut> Transport for F
where
    F: Fn(http::Request<Bytes>) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<http::Response<Bytes>, TransportError>> + Send + 'static,
{
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> BoxFuture<'static, Result<http::Response<Bytes>, TransportError>> {
        Box::pin(self(request))
    }
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> BoxFuture<'static, Result<http::Response<Bytes>, TransportError>> {
        (**self).send(request)
    }
}

/// The error of a request that got no answer.
pub(crate) fn unanswered(error: TransportError) -> Error {
    #[cfg(any(feature = "reqwest", feature = "hyper"))]
    let error = match error.downcast::<failure::Failure>() {
        Ok(failure) => return failure.into_error(),
        Err(error) => error,
    };
    let kind = if is_timeout(&*error) {
        ErrorKind::Timeout
    } else {
        ErrorKind::Transport
    };
    let retryable = if is_of_kind(&*error, io::ErrorKind::ConnectionRefused) {
        Retryable::Always
    } else if io_errors(&*error).next().is_some() {
        Retryable::IfIdempotent
    } else {
        Retryable::Never
    };
    Error::new(kind, "no answer arrived")
        .with_retryable(retryable)
        .with_source(error)
}

fn is_timeout(error: &(dyn StdError + 'static)) -> bool {
    is_of_kind(error, io::ErrorKind::TimedOut)
}

/// Whether there is an I/O error of this kind in `error`, at whatever depth.
fn is_of_kind(error: &(dyn StdError + 'static), kind: io::ErrorKind) -> bool {
    io_errors(error).any(|error| error.kind() == kind)
}

fn io_errors<'a>(error: &'a (dyn StdError + 'static)) -> impl Iterator<Item = &'a io::Error> {
    std::iter::successors(Some(error), |outer| StdError::source(*outer))
        .filter_map(|error| error.downcast_ref())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_io_timeout_of_a_foreign_transport_is_a_timeout() {
        let error = unanswered(io::Error::from(io::ErrorKind::TimedOut).into());
        assert_eq!(error.kind(), ErrorKind::Timeout);
    }

    #[test]
    fn any_other_error_of_a_foreign_transport_is_kept_as_the_source() {
        let error = unanswered("the cable is cut".into());
        assert_eq!(error.kind(), ErrorKind::Transport);
        assert_eq!(error.to_string(), "no answer arrived");
        assert_eq!(
            error.source().map(ToString::to_string).as_deref(),
            Some("the cable is cut")
        );
    }
}
