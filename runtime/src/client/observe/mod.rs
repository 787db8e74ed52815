//! What others can see of requests: spans and events of `tracing`, where the feature is on.
//!
//! Nothing of a body, a query or a token, and of the path the template alone: ids are data of the tenant.

#[cfg(not(feature = "tracing"))]
mod silent;
#[cfg(feature = "tracing")]
mod spans;

#[cfg(not(feature = "tracing"))]
pub(super) use silent::*;
#[cfg(feature = "tracing")]
pub(super) use spans::*;
