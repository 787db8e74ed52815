//! Spans and events of `tracing`, if the feature is enabled.
//!
//! They contain no body, query or token, and of the path only the template, since ids are data of the tenant.

#[cfg(not(feature = "tracing"))]
mod noop;
#[cfg(feature = "tracing")]
mod spans;

#[cfg(not(feature = "tracing"))]
pub(super) use noop::*;
#[cfg(feature = "tracing")]
pub(super) use spans::*;
