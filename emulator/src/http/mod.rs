//! HTTP: the server, the headers that it understands, and how a response is sent.

pub(crate) mod conditions;
pub(crate) mod delivery;
pub(crate) mod headers;
pub(crate) mod prefer;
pub(crate) mod response;
pub(crate) mod server;
