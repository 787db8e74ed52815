use std::sync::atomic::AtomicU32;

use bytes::Bytes;

use crate::error::Error;
use crate::request::Retry;

/// Sends once: without timers, there is no later.
#[derive(Debug)]
pub(crate) struct Retrier;

impl Retrier {
    pub(crate) async fn run<T, Fut>(
        &self,
        _: &Retry,
        _: &http::Request<Bytes>,
        _: &AtomicU32,
        attempt: impl Fn() -> Fut,
    ) -> Result<T, Error>
    where
        Fut: Future<Output = Result<T, Error>>,
    {
        attempt().await
    }
}
