//! Microsoft Graph without a server: its rules and operations.

mod call;
mod diagnostics;
pub(crate) mod error;
mod key;
mod merge;
pub(crate) mod new_item;
mod payload;
mod read;
mod representation;
mod rules;
pub(crate) mod service;
mod timestamps;
mod write;
