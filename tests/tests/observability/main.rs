//! Spans show a subscriber of `tracing` the requests, and no secrets.

#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

mod output;
mod secrets;
mod spans;
