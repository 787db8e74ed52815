use std::fmt;
use std::sync::Arc;

use bytes::Bytes;

use super::exchange::RawResponse;
use super::inner::Inner;
use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::transport::BoxFuture;

/// A client that sends requests to one deployment of Microsoft Graph, as one application or user.
///
/// A clone is cheap and shares the connections of the original.
///
/// ```
/// use graph_resource::{ApiVersion, Client, Cloud};
///
/// # #[cfg(feature = "rustls")] {
/// let client = Client::builder()
///     .cloud(Cloud::UsGovernment)
///     .api_version(ApiVersion::Beta)
///     .token("eyJ0eXAiOiJKV1QiLCJub25jZSI6…")
///     .build()?;
/// assert_eq!(client.endpoint().to_string(), "https://graph.microsoft.us/beta");
/// # }
/// # Ok::<(), graph_resource::Error>(())
/// ```
#[derive(Clone)]
pub struct Client(Arc<Inner>);

impl Client {
    pub(super) fn new(inner: Inner) -> Self {
        Self(Arc::new(inner))
    }

    /// Returns the service that the requests go to.
    pub fn endpoint(&self) -> &Endpoint {
        &self.0.endpoint
    }

    /// Waits before an item is read and edited again after its so many conflicts.
    pub(crate) async fn pause_after_conflict(&self, conflicts: u32) {
        self.0.retrier.pause_after_conflict(conflicts).await;
    }

    /// Sends an HTTP request, and turns an answer other than 2xx into an error.
    pub(super) fn exchange(
        &self,
        request: http::Request<Bytes>,
        template: &'static str,
    ) -> BoxFuture<'static, Result<RawResponse, Error>> {
        let inner = Arc::clone(&self.0);
        Box::pin(inner.exchange(request, template))
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("endpoint", &self.0.endpoint)
            .field("credential", &self.0.credential)
            .finish_non_exhaustive()
    }
}
