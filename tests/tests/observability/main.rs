//! What a subscriber of `tracing` sees of requests, and what it must not see.

#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

mod output;
mod secrets;
mod spans;
