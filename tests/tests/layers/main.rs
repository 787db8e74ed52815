//! The modules of each crate depend on each other in one direction.

mod checker;
mod crates;
