#[cfg(feature = "retry")]
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderValue, Method, Response};

use crate::endpoint::Endpoint;
use crate::error::Error;

/// A span that records nothing.
pub(in crate::client) struct HttpSpan;

#[allow(
    clippy::unused_self,
    reason = "the span of the feature `tracing` uses it"
)]
impl HttpSpan {
    pub(in crate::client) const fn for_request(
        _: &Method,
        _: &'static str,
        _: &Endpoint,
        _: &HeaderValue,
    ) -> Self {
        Self
    }

    pub(in crate::client) const fn for_attempt(
        _: &Method,
        _: &'static str,
        _: &Endpoint,
        _: u32,
    ) -> Self {
        Self
    }

    pub(in crate::client) fn instrument<F: Future>(&self, future: F) -> F {
        future
    }

    pub(in crate::client) const fn record_outcome(&self, _: Result<&Response<Bytes>, &Error>) {}

    pub(in crate::client) const fn record_attempts(&self, _: u32) {}
}

#[cfg(feature = "retry")]
pub(in crate::client) const fn log_retry(_: &Error, _: Option<Duration>, _: Duration) {}
