use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::graph::GraphError;

/// An HTTP answer that became an error.
#[derive(Clone)]
pub(super) struct ErrorAnswer {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
    pub(super) graph: GraphError,
}

impl ErrorAnswer {
    pub(super) fn new(response: http::Response<Bytes>, graph: GraphError) -> Self {
        let (parts, body) = response.into_parts();
        Self {
            status: parts.status,
            headers: parts.headers,
            body,
            graph,
        }
    }

    /// Returns the value of a header, if it is text.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }
}
