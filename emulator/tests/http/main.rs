//! The emulator over its socket.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that panics has failed"
)]

mod alternate_keys;
mod conditions;
mod declared;
mod errors;
mod faults;
mod hostile;
mod life;
mod log;
mod parallel;
mod preferences;
mod query;
mod read;
mod routes;
mod seed;
mod shapes;
mod support;
mod write;
