//! An embedded Microsoft Graph: in memory, over real HTTP on loopback, for examples and tests.

mod answer;
mod builder;
mod emulator;
mod error;
mod fault;
mod headers;
mod log;
mod operations;
mod place;
mod query;
mod representation;
mod route;
mod rules;
mod seed;
mod server;
mod service;
mod stamp;
mod store;

use std::sync::{Mutex, MutexGuard, PoisonError};

pub use builder::{EmulatorBuilder, UpdateAnswer};
pub use emulator::Emulator;
pub use error::EmulatorError;
pub use log::RecordedRequest;

/// Locks, also where another thread panicked meanwhile: each write here is a single step.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
