//! The interface to the HTTP client, and its implementations over `reqwest` and `hyper`.

#[cfg(any(feature = "reqwest", feature = "hyper"))]
mod body;
#[cfg(any(feature = "reqwest", feature = "hyper"))]
mod failure;
#[cfg(feature = "hyper")]
mod hyper;
#[cfg(any(feature = "reqwest", feature = "hyper"))]
mod limits;
#[cfg(any(
    feature = "reqwest",
    feature = "hyper-rustls",
    feature = "hyper-rustls-ring"
))]
mod once;
#[cfg(feature = "reqwest")]
mod reqwest;
#[cfg(any(
    feature = "hyper-rustls",
    feature = "hyper-rustls-ring",
    all(
        any(
            feature = "rustls",
            feature = "rustls-ring",
            feature = "rustls-no-provider"
        ),
        not(feature = "native-tls")
    )
))]
mod tls;

use std::error::Error as StdError;
use std::future::Future;
use std::io;
use std::pin::Pin;
use std::sync::Arc;

use bytes::Bytes;

use crate::error::{Error, ErrorKind, Reach};
#[cfg(feature = "hyper")]
pub use hyper::{HyperTransport, HyperTransportBuilder};
#[cfg(feature = "reqwest")]
pub use reqwest::{ReqwestTransport, ReqwestTransportBuilder};

/// A boxed future that can be sent between threads.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// The error of a [`Transport`] that received no complete response.
///
/// An [`io::Error`] anywhere in its chain of sources makes the failure transient, so that the request may be sent again
/// ([`Retry`](crate::Retry)). The kind [`TimedOut`](io::ErrorKind::TimedOut) makes it an [`ErrorKind::Timeout`]; the kind
/// [`ConnectionRefused`](io::ErrorKind::ConnectionRefused) means that nothing was sent.
pub type TransportError = Box<dyn StdError + Send + Sync>;

/// Sends an HTTP request, and returns the HTTP response with its complete body, whatever its status.
///
/// A transport must not follow redirects, since a request carries a token for its own origin only. It is also responsible for limiting
/// the time of an exchange and the size of a response. `ReqwestTransport` (feature `reqwest`, on by default) and `HyperTransport`
/// (feature `hyper`) do so.
///
/// Any closure from a request to a future is a transport, which is convenient in tests:
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
    /// Nothing may be sent before the future is polled. Dropping the future cancels the exchange.
    ///
    /// # Errors
    ///
    /// Any reason why no complete response arrived. A response is never an error, whatever its status.
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> BoxFuture<'static, Result<http::Response<Bytes>, TransportError>>;

    /// Sets up what requests to `origin` will need, without sending anything.
    ///
    /// It is called when a [`Client`](crate::Client) is built, so that a mistake in the configuration, such as TLS without certificates,
    /// is reported there and not by the first request. By default it does nothing.
    ///
    /// # Errors
    ///
    /// Any reason why requests to `origin` would fail.
    fn prepare(&self, origin: &http::Uri) -> Result<(), TransportError> {
        let _ = origin;
        Ok(())
    }
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

    fn prepare(&self, origin: &http::Uri) -> Result<(), TransportError> {
        (**self).prepare(origin)
    }
}

/// Converts the error of [`Transport::prepare`].
pub(crate) fn prepare_error(error: TransportError) -> Error {
    match own_error(error) {
        Ok(error) => error,
        Err(error) => Error::configuration("the transport cannot be set up").with_source(error),
    }
}

/// Converts the error of [`Transport::send`].
pub(crate) fn send_error(error: TransportError) -> Error {
    let error = match own_error(error) {
        Ok(error) => return error,
        Err(error) => error,
    };
    let kind = if is_timeout(&*error) {
        ErrorKind::Timeout
    } else {
        ErrorKind::Transport
    };
    let reach = if is_of_kind(&*error, io::ErrorKind::ConnectionRefused) {
        Reach::NotSent
    } else if io_errors(&*error).next().is_some() {
        Reach::PerhapsDone
    } else {
        Reach::Final
    };
    Error::new(kind, "no answer arrived")
        .with_reach(reach)
        .with_source(error)
}

/// Converts the error of a transport of this crate.
#[cfg(any(feature = "reqwest", feature = "hyper"))]
fn own_error(error: TransportError) -> Result<Error, TransportError> {
    let failure = error.downcast::<failure::Failure>()?;
    Ok(failure.into_error())
}

#[cfg(not(any(feature = "reqwest", feature = "hyper")))]
const fn own_error(error: TransportError) -> Result<Error, TransportError> {
    Err(error)
}

#[cfg(any(feature = "reqwest", feature = "hyper"))]
fn is_https(uri: &http::Uri) -> bool {
    uri.scheme() == Some(&http::uri::Scheme::HTTPS)
}

fn is_timeout(error: &(dyn StdError + 'static)) -> bool {
    is_of_kind(error, io::ErrorKind::TimedOut)
}

/// Returns whether the error or one of its sources is an I/O error of this kind.
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
        let error = send_error(io::Error::from(io::ErrorKind::TimedOut).into());
        assert_eq!(error.kind(), ErrorKind::Timeout);
    }

    #[test]
    fn any_other_error_of_a_foreign_transport_is_kept_as_the_source() {
        let error = send_error("the cable is cut".into());
        assert_eq!(error.kind(), ErrorKind::Transport);
        assert_eq!(error.to_string(), "no answer arrived");
        assert_eq!(source(&error).as_deref(), Some("the cable is cut"));
    }

    #[test]
    fn a_foreign_transport_that_cannot_be_set_up_is_a_configuration_error() {
        let error = prepare_error("there is no cable".into());
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert_eq!(error.to_string(), "the transport cannot be set up");
        assert_eq!(source(&error).as_deref(), Some("there is no cable"));
    }

    fn source(error: &Error) -> Option<String> {
        error.source().map(ToString::to_string)
    }
}
