//! Microsoft Graph without a server: its rules and operations.

mod call;
mod diagnostics;
pub(crate) mod error;
mod merge;
pub(crate) mod new_item;
mod payload;
mod read;
mod representation;
mod rules;
pub(crate) mod service;
mod timestamps;
mod typed_value;
mod types;
mod value_path;
mod write;
