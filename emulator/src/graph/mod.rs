//! Microsoft Graph without a server: its rules and operations.

mod advanced;
mod arrange;
mod batch;
mod call;
mod delta;
mod diagnostics;
pub(crate) mod error;
mod expansion;
pub(crate) mod extensions;
mod link_changes;
mod merge;
mod navigation;
pub(crate) mod new_item;
mod operation;
mod payload;
mod read;
pub(crate) mod reference;
mod representation;
mod resolve;
mod rules;
pub(crate) mod service;
mod timestamps;
mod typed_value;
mod types;
mod value_path;
mod write;
