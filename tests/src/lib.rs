//! Tests of the whole product. The examples of the README are among them.
#![doc = include_str!("../../README.md")]

pub mod layers;
