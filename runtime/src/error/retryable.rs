/// The conditions under which a request that got no answer may be sent again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Retryable {
    /// Nothing was sent, and a later attempt may succeed.
    Always,
    /// The service may have executed the request, and a later attempt may get an answer.
    IfIdempotent,
    /// A later attempt would fail as well.
    Never,
}
