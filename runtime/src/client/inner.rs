use http::{HeaderValue, Uri};

use super::auth::Credential;
use super::retry::Retrier;
use crate::endpoint::Endpoint;
use crate::request::Retry;
use crate::transport::Transport;

/// The part of a client that all its clones share.
pub(super) struct Inner {
    pub(super) endpoint: Endpoint,
    /// The endpoint as a URL. Requests go to its origin only.
    pub(super) service_root: Uri,
    pub(super) credential: Credential,
    pub(super) transport: Box<dyn Transport>,
    pub(super) user_agent: HeaderValue,
    pub(super) retry: Retry,
    pub(super) retrier: Retrier,
}
