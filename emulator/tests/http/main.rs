//! Tests of the emulator over HTTP.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that panics has failed"
)]

mod addresses;
mod advice;
mod alternate_keys;
mod batch;
mod clock;
mod collections;
mod conditions;
mod declared;
mod delta;
mod errors;
mod faults;
mod filter;
mod hostile;
mod lifecycle;
mod limits;
mod log;
mod merging;
mod parallel;
mod polymorphism;
mod preferences;
mod query;
mod read;
mod references;
mod relationships;
mod replace;
mod routes;
mod shapes;
mod support;
mod test_data;
mod types;
mod unsupported;
mod write;
