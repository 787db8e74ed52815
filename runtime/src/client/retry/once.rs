use std::future::{Ready, ready};
use std::sync::atomic::AtomicU32;

use bytes::Bytes;

use crate::error::Error;
use crate::request::Retry;

/// A substitute that sends each request once, since the feature `retry` and with it the timers are missing.
#[derive(Debug)]
pub(in crate::client) struct Retrier;

impl Retrier {
    /// Returns that the rest of a content must not be requested, since nothing can be waited for.
    pub(in crate::client) fn pause_before_resume(
        _: &Retry,
        _: u32,
        _: Option<std::time::Duration>,
    ) -> Ready<bool> {
        ready(false)
    }

    pub(in crate::client) async fn run<T, Fut>(
        &self,
        _: &Retry,
        _: &http::Request<Bytes>,
        _: &'static str,
        _: &AtomicU32,
        attempt: impl Fn() -> Fut,
    ) -> Result<T, Error>
    where
        Fut: Future<Output = Result<T, Error>>,
    {
        attempt().await
    }

    /// Does not wait, since there are no timers.
    pub(in crate::client) fn pause_after_conflict(_: u32) -> Ready<()> {
        ready(())
    }

    /// Waits for a token. Without timers, it has no deadline.
    pub(in crate::client) async fn wait_for_token<T>(
        &self,
        _: &Retry,
        token: impl Future<Output = Result<T, Error>>,
    ) -> Result<T, Error> {
        token.await
    }
}
