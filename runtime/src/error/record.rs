use http::HeaderValue;

/// A record of how a request was sent.
#[derive(Debug, Clone)]
pub(crate) struct SendRecord {
    pub(crate) attempts: u32,
    /// The `client-request-id` of all attempts.
    pub(crate) id: HeaderValue,
}
