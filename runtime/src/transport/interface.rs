use std::error::Error as StdError;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use crate::body::Body;

/// A boxed future that can be sent between threads. See [`Transport`] and [`TokenProvider`](crate::TokenProvider).
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// The error of a [`Transport`] that received no complete response.
///
/// An [`std::io::Error`] anywhere in its chain of sources makes the failure transient, so that the request may be sent again
/// ([`Retry`](crate::Retry)). The kind [`TimedOut`](std::io::ErrorKind::TimedOut) makes it an
/// [`ErrorKind::Timeout`](crate::ErrorKind::Timeout); the kind [`ConnectionRefused`](std::io::ErrorKind::ConnectionRefused) means that
/// nothing was sent. A failure that will not pass, such as an untrusted certificate, is recognised in the chain, named in the message of the
/// error, and not repeated. See [`Transport`].
pub type TransportError = Box<dyn StdError + Send + Sync>;

/// Sends an HTTP request, and returns the HTTP response with its complete body, whatever its status.
///
/// A transport must not follow redirects, since a request carries a token for its own origin only. It is also responsible for limiting
/// the time of an exchange and the size of a response. `ReqwestTransport` (feature `reqwest`, on by default) and `HyperTransport`
/// (feature `hyper`) do so.
///
/// # Streams
///
/// The body of nearly each request is [bytes](Body::as_bytes), and so must be that of the response. Two kinds are streams:
///
/// | | the request of an upload of a stream | the response to a request with the extension [`StreamedAnswer`](crate::StreamedAnswer) |
/// | --- | --- | --- |
/// | size | that of the source | not limited |
/// | time | the limit begins anew with each piece that is sent | the limit holds for the head, and then for each piece |
/// | compression | | none is asked for |
/// | retries | none, nor with another token: what was sent cannot be sent again | none after the head; the reader resumes where the body broke off |
///
/// A transport that knows no streams [collects](Body::collect) the body of a request, and returns bytes.
///
/// # Closures
///
/// Any closure from a request to a future is a transport, which is convenient in tests. The body of its response is anything that converts
/// to a [`Body`]:
///
/// ```
/// use graph_resource::bytes::Bytes;
/// use graph_resource::{Body, Client, http};
///
/// let client = Client::builder()
///     .token("a token")
///     .transport(|request: http::Request<Body>| async move {
///         assert_eq!(request.uri().host(), Some("graph.microsoft.com"));
///         let mut response = http::Response::new(Bytes::new());
///         *response.status_mut() = http::StatusCode::NO_CONTENT;
///         Ok(response)
///     })
///     .build()?;
/// # Ok::<(), graph_resource::Error>(())
/// ```
///
/// A type with state implements the trait:
///
/// ```
/// use std::io;
///
/// use graph_resource::{Body, BoxFuture, Client, Transport, TransportError, http};
///
/// /// A network that is down.
/// struct Offline;
///
/// impl Transport for Offline {
///     fn send(
///         &self,
///         _: http::Request<Body>,
///     ) -> BoxFuture<'static, Result<http::Response<Body>, TransportError>> {
///         Box::pin(async { Err(io::Error::from(io::ErrorKind::ConnectionRefused).into()) })
///     }
/// }
///
/// let client = Client::builder().token("a token").transport(Offline).build()?;
/// # Ok::<(), graph_resource::Error>(())
/// ```
///
/// The example [`own_transport`](https://docs.rs/crate/graph-resource/latest/source/examples/own_transport.rs) of this crate sends with a `reqwest::Client` that an application has set up
/// by itself.
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
        request: http::Request<Body>,
    ) -> BoxFuture<'static, Result<http::Response<Body>, TransportError>>;

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

impl<F, Fut, B> Transport for F
where
    F: Fn(http::Request<Body>) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<http::Response<B>, TransportError>> + Send + 'static,
    B: Into<Body>,
{
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'static, Result<http::Response<Body>, TransportError>> {
        let response = self(request);
        Box::pin(async move { Ok(response.await?.map(Into::into)) })
    }
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'static, Result<http::Response<Body>, TransportError>> {
        (**self).send(request)
    }

    fn prepare(&self, origin: &http::Uri) -> Result<(), TransportError> {
        (**self).prepare(origin)
    }
}
