//! The client without a network: what it sends is asserted in a closure.

#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

#[path = "../common/mod.rs"]
mod common;

mod builder;
#[cfg(feature = "retry")]
mod retry;
mod robustness;
mod sending;
mod tls;
