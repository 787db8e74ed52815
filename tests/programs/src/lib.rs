//! What three public programs ask of Microsoft Graph, written with `graph-resource`: a measure of what the crate takes off a program.
//!
//! Each module has the calls of one program, and `docs/programs.md` compares both. Nothing of the programs themselves is here.

pub mod defguard;
pub mod himmelblau;
pub mod onedrive;
