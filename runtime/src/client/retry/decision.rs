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
    /// Only a `429` or `509` (the bandwidth limit) shows that the request was not executed. A `503` may come after a part of the work, with `Retry-After` as well as without
    /// (RFC 9110, section 15.6.4, says nothing about that), and it or a `504` may come from a gateway, which does not know.
    pub(super) fn new(error: &Error, idempotency: Idempotency) -> Self {
        let retry_after = error.retry_after();
        let is_idempotent = idempotency == Idempotency::Idempotent;
        let may_retry = match (error.kind(), error.status()) {
            (ErrorKind::Service, _) if error.is_throttled() => true,
            (
                ErrorKind::Service,
                Some(
                    StatusCode::REQUEST_TIMEOUT
                    | StatusCode::SERVICE_UNAVAILABLE
                    | StatusCode::GATEWAY_TIMEOUT,
                ),
            ) => is_idempotent,
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
