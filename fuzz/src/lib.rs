//! Items that several targets use.

pub mod answer;
pub mod errors;
pub mod thing;
