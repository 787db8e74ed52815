//! Generated code does not depend on the prelude, on imports, or on free names in its scope.
//!
//! That this crate compiles is the test.

#![no_implicit_prelude]

pub mod decoys;
pub mod named_like_the_prelude;
pub mod named_like_the_runtime;
pub mod shadowed;
pub mod shapes;
