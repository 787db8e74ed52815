//! Photos, files and reports: what is read and written as it is.

#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

mod download;
mod elsewhere;
mod set;
mod support;
mod upload;
