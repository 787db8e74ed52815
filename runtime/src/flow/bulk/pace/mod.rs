//! How fast the requests of one lane may be sent.

mod budget;
mod controller;
mod hints;
mod shared;

pub(super) use controller::{Pace, Report};
pub(super) use hints::Hints;
pub use shared::SharedPace;
