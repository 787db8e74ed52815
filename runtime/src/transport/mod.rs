use std::error::Error as StdError;
use std::future::Future;
use std::pin::Pin;

use bytes::Bytes;

/// A boxed future that can be sent between threads.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// What a [`Transport`] reports where no answer arrived.
pub type TransportError = Box<dyn StdError + Send + Sync>;

/// Moves bytes: takes a complete HTTP request and returns the HTTP answer, whatever its status, its body read.
pub trait Transport: Send + Sync + 'static {
    /// Sends one request.
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> BoxFuture<'static, Result<http::Response<Bytes>, TransportError>>;
}
