use std::time::Duration;

use bytes::Bytes;
use http::header::{IF_MATCH, IF_NONE_MATCH};
use http::{Method, StatusCode};

use crate::error::{Error, ErrorKind, Reach};

/// What doing the same twice comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Safety {
    /// The same as doing it once.
    Idempotent,
    /// Something else: another item, or a refusal since the item has changed.
    Once,
}

impl Safety {
    /// Of a request by its method and its conditions (RFC 9110, section 9.2.2). `PATCH` says values here, not differences.
    pub(crate) fn of(request: &http::Request<Bytes>) -> Self {
        let is_conditional = [IF_MATCH, IF_NONE_MATCH]
            .iter()
            .any(|name| request.headers().contains_key(name));
        match *request.method() {
            Method::GET | Method::HEAD | Method::OPTIONS | Method::DELETE => Self::Idempotent,
            Method::PATCH | Method::PUT if !is_conditional => Self::Idempotent,
            _ => Self::Once,
        }
    }
}

/// What can be done about a request that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Remedy {
    /// Nothing that sending it again could change.
    None,
    /// Send it again: after what the service asks for, or after a while.
    Repeat { asked: Option<Duration> },
}

impl Remedy {
    /// A `503` with `Retry-After` is a refusal, which RFC 9110 (section 15.6.4) has it for; without, or as a `504`, it may come from a
    /// gateway that does not know what became of the request.
    pub(crate) fn of(error: &Error, safety: Safety) -> Self {
        let asked = error.retry_after();
        let is_idempotent = safety == Safety::Idempotent;
        let can_be_repeated = match (error.kind(), error.status()) {
            (ErrorKind::Service, Some(StatusCode::TOO_MANY_REQUESTS)) => true,
            (ErrorKind::Service, Some(StatusCode::SERVICE_UNAVAILABLE)) => {
                is_idempotent || asked.is_some()
            }
            (ErrorKind::Service, Some(StatusCode::GATEWAY_TIMEOUT)) => is_idempotent,
            (ErrorKind::Service, _) => false,
            _ => match error.reach() {
                Reach::NotSent => true,
                Reach::PerhapsDone => is_idempotent,
                Reach::Final => false,
            },
        };
        if can_be_repeated {
            Self::Repeat { asked }
        } else {
            Self::None
        }
    }
}
