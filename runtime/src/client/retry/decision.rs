use std::time::Duration;

use http::StatusCode;

use super::idempotency::Idempotency;
use crate::error::{Error, ErrorKind, Retryable};

/// The decision whether a failed request may be sent again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RetryDecision {
    Fail,
    /// Send it again, after the wait that the service asks for or after a delay of the policy.
    Retry {
        retry_after: Option<Duration>,
    },
}

impl RetryDecision {
    /// Decides on an error.
    ///
    /// A `503` with `Retry-After` is a refusal by the service (RFC 9110, section 15.6.4). Without that header, or as a `504`, it may come from
    /// a gateway, which does not know whether the service has executed the request.
    pub(super) fn new(error: &Error, idempotency: Idempotency) -> Self {
        let retry_after = error.retry_after();
        let is_idempotent = idempotency == Idempotency::Idempotent;
        let may_retry = match (error.kind(), error.status()) {
            (ErrorKind::Service, Some(StatusCode::TOO_MANY_REQUESTS)) => true,
            (ErrorKind::Service, Some(StatusCode::SERVICE_UNAVAILABLE)) => {
                is_idempotent || retry_after.is_some()
            }
            (ErrorKind::Service, Some(StatusCode::GATEWAY_TIMEOUT)) => is_idempotent,
            (ErrorKind::Service, _) => false,
            _ => match error.retryable() {
                Retryable::Always => true,
                Retryable::IfIdempotent => is_idempotent,
                Retryable::Never => false,
            },
        };
        if may_retry {
            Self::Retry { retry_after }
        } else {
            Self::Fail
        }
    }
}
