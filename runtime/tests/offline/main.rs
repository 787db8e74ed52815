//! Tests of the client without a network, with transports that record the requests.

#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

#[path = "../common/mod.rs"]
mod common;

mod builder;
#[cfg(feature = "retry")]
mod conflicts;
mod identities;
mod limits;
#[cfg(feature = "retry")]
mod retry;
mod robustness;
mod sending;
#[cfg(feature = "retry")]
mod throttling;
mod tls;

/// Returns the request with its body as bytes, which no stream has.
fn whole(request: http::Request<graph_resource::Body>) -> http::Request<bytes::Bytes> {
    request.map(|body| body.as_bytes().unwrap().clone())
}
