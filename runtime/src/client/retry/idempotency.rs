use bytes::Bytes;
use http::Method;
use http::header::{IF_MATCH, IF_NONE_MATCH};

/// The effect of executing a request twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Idempotency {
    /// It has the same effect as executing the request once.
    Idempotent,
    /// It has another effect: a second item, or a refusal because the item has changed.
    NotIdempotent,
}

impl Idempotency {
    /// Determines the idempotency of a request from its method and conditions (RFC 9110, section 9.2.2). A `PATCH` of Graph contains values,
    /// not differences.
    pub(super) fn of(request: &http::Request<Bytes>) -> Self {
        let is_conditional = [IF_MATCH, IF_NONE_MATCH]
            .iter()
            .any(|name| request.headers().contains_key(name));
        match *request.method() {
            Method::GET | Method::HEAD | Method::OPTIONS | Method::DELETE => Self::Idempotent,
            Method::PATCH | Method::PUT if !is_conditional => Self::Idempotent,
            _ => Self::NotIdempotent,
        }
    }
}
