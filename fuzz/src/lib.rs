//! The common part of the targets.

pub mod answer;
pub mod telling;
pub mod thing;
