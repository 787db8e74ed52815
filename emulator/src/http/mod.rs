//! HTTP: the server, the request headers that it understands, and the delivery of responses.

pub(crate) mod conditions;
pub(crate) mod delivery;
pub(crate) mod headers;
pub(crate) mod prefer;
pub(crate) mod response;
pub(crate) mod server;

/// An extension of a request to the second port.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Elsewhere;
