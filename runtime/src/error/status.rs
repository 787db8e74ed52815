use http::StatusCode;

use super::claims::claims;
use super::kind::ErrorKind;
use super::repr::Error;
use super::retryable::Retryable;

/// The codes under which a `409` reports an outdated etag.
const OUTDATED_ETAG: [&str; 2] = ["resourceModified", "entityTagDoesNotMatch"];

/// Returns whether the status is `509 Bandwidth Limit Exceeded`, which is Graph's own ("Microsoft Graph error responses and resource types").
pub(super) fn is_bandwidth_limit(status: StatusCode) -> bool {
    status.as_u16() == 509
}

/// Returns whether a status of 5xx shows that the request was not executed.
fn is_refusal(status: StatusCode) -> bool {
    let refusals = [
        StatusCode::NOT_IMPLEMENTED,
        StatusCode::HTTP_VERSION_NOT_SUPPORTED,
    ];
    refusals.contains(&status) || is_bandwidth_limit(status)
}

impl Error {
    /// Returns whether the service answered `401`: the token is missing, expired or not for this service.
    pub fn is_unauthorized(&self) -> bool {
        self.has_status(StatusCode::UNAUTHORIZED)
    }

    /// Returns whether the service answered `403`: the token does not grant the permission.
    pub fn is_forbidden(&self) -> bool {
        self.has_status(StatusCode::FORBIDDEN)
    }

    /// Returns whether the service answered `404`.
    pub fn is_not_found(&self) -> bool {
        self.has_status(StatusCode::NOT_FOUND)
    }

    /// Returns whether the service answered `409`.
    pub fn is_conflict(&self) -> bool {
        self.has_status(StatusCode::CONFLICT)
    }

    /// Returns whether the service answered `410`: the link has expired, and its collection must be read from the start.
    pub fn is_gone(&self) -> bool {
        self.has_status(StatusCode::GONE)
    }

    /// Returns whether the service answered `412`: the item no longer has the etag in `If-Match`.
    pub fn is_precondition_failed(&self) -> bool {
        self.has_status(StatusCode::PRECONDITION_FAILED)
    }

    /// Returns whether the request was not executed because another one of the same batch failed, on which it depends: the service answered `424`,
    /// or was not asked ([`ErrorKind::DependencyFailed`]). The error of the other request is the [source](std::error::Error::source).
    pub fn is_failed_dependency(&self) -> bool {
        self.has_status(StatusCode::FAILED_DEPENDENCY) || self.kind() == ErrorKind::DependencyFailed
    }

    /// Returns whether the service answered `428`: it requires `If-Match`.
    pub fn is_precondition_required(&self) -> bool {
        self.has_status(StatusCode::PRECONDITION_REQUIRED)
    }

    /// Returns whether somebody else has changed the item since it was read: `412`, or `409` with the code `resourceModified` or
    /// `entityTagDoesNotMatch`. [`Get::modify`](crate::Get::modify) reads and edits the item again in this case.
    ///
    /// Such an answer to a request that was repeated, and whose first attempt may have been executed, can be caused by that attempt. It is not
    /// an edit conflict, but an [unknown outcome](Self::is_unknown_outcome).
    pub fn is_edit_conflict(&self) -> bool {
        self.is_outdated() && !self.is_in_doubt()
    }

    /// Returns whether an attempt may have been executed although the request failed: no answer arrived, the service answered `408`, `503`,
    /// `504` or another status of 5xx, or one of these happened to an earlier attempt. Read the item again to find out.
    ///
    /// ```
    /// use graph_resource::Error;
    ///
    /// fn next_step(error: &Error) -> &'static str {
    ///     if error.is_unknown_outcome() {
    ///         "read the item again, and compare"
    ///     } else {
    ///         "nothing was changed"
    ///     }
    /// }
    /// ```
    pub fn is_unknown_outcome(&self) -> bool {
        self.is_in_doubt() || (self.attempts() > 0 && self.may_have_been_executed())
    }

    /// Returns whether the service may have executed the last attempt, if it was sent.
    pub(crate) fn may_have_been_executed(&self) -> bool {
        match (self.kind(), self.status()) {
            (ErrorKind::Service, Some(status)) => {
                status == StatusCode::REQUEST_TIMEOUT
                    || (status.is_server_error() && !is_refusal(status))
            }
            (ErrorKind::Transport, _) => self.retryable() == Retryable::IfIdempotent,
            (ErrorKind::Timeout, _) => self.retryable() != Retryable::Always,
            _ => false,
        }
    }

    /// Returns whether the item no longer has the etag of the request, for whatever reason.
    pub(crate) fn is_outdated(&self) -> bool {
        let is_outdated = |code: &str| {
            OUTDATED_ETAG
                .iter()
                .any(|known| code.eq_ignore_ascii_case(known))
        };
        self.is_precondition_failed()
            || (self.is_conflict()
                && self
                    .code()
                    .into_iter()
                    .chain(self.inner_codes())
                    .any(is_outdated))
    }

    /// Returns whether it took too long: the service answered `408` or `504`, or no complete answer arrived in time ([`ErrorKind::Timeout`]).
    /// The service may have executed the request.
    pub fn is_timeout(&self) -> bool {
        self.has_status(StatusCode::REQUEST_TIMEOUT)
            || self.has_status(StatusCode::GATEWAY_TIMEOUT)
            || self.kind() == ErrorKind::Timeout
    }

    /// Returns whether the service answered `429` or `509` (the bandwidth limit is exceeded), or the client did not send the request because of an earlier `429`
    /// ([`ErrorKind::ThrottledByClient`]). [`retry_after`](Self::retry_after) returns how long to wait.
    pub fn is_throttled(&self) -> bool {
        self.has_status(StatusCode::TOO_MANY_REQUESTS)
            || self.status().is_some_and(is_bandwidth_limit)
            || self.kind() == ErrorKind::ThrottledByClient
    }

    /// Returns the claims that a `401` demands of the next token, as JSON. An interactive application passes them on when it has its user
    /// sign in again ("Claims challenges, claims requests and client capabilities").
    ///
    /// A token provider has been asked for a token with these claims before this error is returned.
    ///
    /// ```
    /// use graph_resource::Error;
    ///
    /// fn next_step(error: &Error) -> String {
    ///     match error.claims() {
    ///         Some(claims) => format!("sign in again, with claims={claims}"),
    ///         None => error.to_string(),
    ///     }
    /// }
    /// ```
    pub fn claims(&self) -> Option<String> {
        let headers = self.headers().filter(|_| self.is_unauthorized())?;
        claims(headers)
    }

    fn has_status(&self, status: StatusCode) -> bool {
        self.status() == Some(status)
    }
}
