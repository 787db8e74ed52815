//! `cargo graph-resource`.

fn main() {}
