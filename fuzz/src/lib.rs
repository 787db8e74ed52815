//! What the targets share.

pub mod answer;
pub mod telling;
pub mod thing;
