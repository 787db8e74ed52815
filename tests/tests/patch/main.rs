//! Patches in Rust and in JSON.

mod differences;
mod enums;
mod literals;
mod message;
mod reading;
mod roles;
mod sensitive;
mod setters;
mod struct_attributes;
