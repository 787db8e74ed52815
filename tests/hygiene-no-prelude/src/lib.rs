//! Nothing that is generated may lean on the prelude, on an import, or on a name that is free where it stands.
//!
//! That this crate compiles is the test.

#![no_implicit_prelude]

pub mod decoys;
pub mod named_like_the_prelude;
pub mod named_like_the_runtime;
pub mod shadowed;
pub mod shapes;
