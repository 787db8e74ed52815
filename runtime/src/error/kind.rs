/// The kinds of [`Error`](crate::Error).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request cannot be built, such as with a key that cannot stand in a path, or a header that cannot be sent. Nothing was sent.
    InvalidRequest,
    /// The patch changes nothing. Nothing was sent; `with_allow_empty` sends it anyway.
    EmptyPatch,
    /// The client cannot be built, such as without a transport or with an invalid base URL.
    Configuration,
    /// No access token is available. Either nothing was sent, or the service refused the request with a claims challenge that the token
    /// provider could not answer.
    Credential,
    /// The service was not reached, or its answer did not arrive. The service may have executed the request.
    Transport,
    /// No complete answer arrived in time. The service may have executed the request, unless [`attempts`](crate::Error::attempts) is zero: then
    /// its turn did not come in time, since the client had too many requests in flight.
    Timeout,
    /// The client did not send the request: the service has throttled another request to the same part of it, and asked for a wait that is longer
    /// than this request may take. [`retry_after`](crate::Error::retry_after) returns the rest of the wait.
    ///
    /// A `429` that answers the request itself is of kind [`Service`](Self::Service). [`is_throttled`](crate::Error::is_throttled) is true
    /// for both.
    ThrottledByClient,
    /// The request of a batch was not sent, because one that it depends on failed, whose error is the
    /// [source](std::error::Error::source) of this one. If the service was asked all the same, it answers `424`.
    DependencyFailed,
    /// The request was not sent, because what has become of it could not be recorded in the journal of its run.
    Journal,
    /// The source or the target of content, such as a file, cannot be read or written. The [source](std::error::Error::source) says why.
    LocalIo,
    /// The service answered with a status other than 2xx.
    Service,
    /// The service answered with a status of 2xx, but not with what the request expects. The service may have executed the request.
    ///
    /// An error object with such a status is of this kind, too: [`code`](crate::Error::code) and [`message`](crate::Error::message) return what
    /// it says, and [`code`](crate::Error::code) is `None` for all other answers.
    UnexpectedAnswer,
    /// An operation that went on after its request was accepted has failed. [`code`](crate::Error::code) is that of its error, and
    /// [`raw_body`](crate::Error::raw_body) its last state.
    OperationFailed,
    /// An item or an operation has not reached the state that was waited for in time. The [`raw_body`](crate::Error::raw_body) has its last state.
    NotReached,
}
