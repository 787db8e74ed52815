use std::sync::Arc;

use http::{HeaderValue, Uri};

use super::auth::Credential;
use super::default_headers::DefaultHeaders;
use super::monitor_hosts::MonitorHosts;
use super::retry::Retrier;
use crate::endpoint::Endpoint;
use crate::request::Retry;
use crate::transport::Transport;

/// The part of a client that all its clones share.
#[derive(Clone)]
pub(super) struct Inner {
    pub(super) endpoint: Endpoint,
    pub(super) headers: DefaultHeaders,
    pub(super) identity: Arc<Identity>,
    pub(super) connection: Arc<Connection>,
}

/// The name in which requests are sent, and what the service has told it: throttling concerns one identity, not the others.
pub(super) struct Identity {
    pub(super) credential: Credential,
    pub(super) retrier: Retrier,
}

/// The part of a client that is the same for all identities.
pub(super) struct Connection {
    /// The endpoint as a URL. Requests go to its origin only.
    pub(super) service_root: Uri,
    pub(super) transport: Box<dyn Transport>,
    pub(super) user_agent: HeaderValue,
    pub(super) retry: Retry,
    pub(super) monitor_hosts: MonitorHosts,
    pub(super) limits: Limits,
}

/// The settings from which each identity gets its [`Retrier`].
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Limits {
    #[cfg(feature = "retry")]
    pub(super) max_in_flight: Option<u32>,
    #[cfg(feature = "retry")]
    pub(super) total_timeout: Option<std::time::Duration>,
}

impl Limits {
    #[cfg(feature = "retry")]
    fn retrier(self) -> Retrier {
        Retrier::new(self.max_in_flight, self.total_timeout)
    }

    #[cfg(not(feature = "retry"))]
    #[allow(
        clippy::unused_self,
        reason = "without the feature, nothing is limited"
    )]
    const fn retrier(self) -> Retrier {
        Retrier
    }
}

impl Connection {
    /// Creates an identity, about which the service has said nothing yet.
    pub(super) fn identity(&self, credential: Credential) -> Identity {
        Identity {
            credential,
            retrier: self.limits.retrier(),
        }
    }
}
