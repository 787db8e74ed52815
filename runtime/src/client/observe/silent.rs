#[cfg(feature = "retry")]
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderValue, Method, Response};

use crate::endpoint::Endpoint;
use crate::error::Error;

/// Nobody looks.
pub(in crate::client) struct Observed;

#[allow(clippy::unused_self, reason = "with the feature it is used")]
impl Observed {
    pub(in crate::client) const fn request(
        _: &Method,
        _: &'static str,
        _: &Endpoint,
        _: &HeaderValue,
    ) -> Self {
        Self
    }

    pub(in crate::client) const fn attempt(
        _: &Method,
        _: &'static str,
        _: &Endpoint,
        _: u32,
    ) -> Self {
        Self
    }

    pub(in crate::client) fn around<F: Future>(&self, future: F) -> F {
        future
    }

    pub(in crate::client) const fn ended(&self, _: Result<&Response<Bytes>, &Error>) {}

    pub(in crate::client) const fn took(&self, _: u32) {}
}

#[cfg(feature = "retry")]
pub(in crate::client) const fn waiting(_: &Error, _: Option<Duration>, _: Duration) {}
