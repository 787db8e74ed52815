//! Faults: what goes wrong on the way to Microsoft Graph, and for which requests.

mod body;
pub(crate) mod definition;
mod effect;
mod etag;
pub(crate) mod injector;
pub(crate) mod retry_after;
mod rule;
mod validation;
pub(crate) mod when;
