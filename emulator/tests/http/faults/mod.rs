//! What goes wrong because a test asks for it.

mod answers;
mod bodies;
mod conditions;
mod connections;

use graph_resource_emulator::{Emulator, Fault, When};

use crate::support::*;

/// An emulator with one image, whose path it gives back, and where the next request meets `fault`.
fn start_with(fault: Fault) -> (Emulator, String) {
    let (emulator, path) = start_with_image();
    emulator.inject(fault, When::next(1)).unwrap();
    (emulator, path)
}

fn version(emulator: &Emulator, path: &str) -> serde_json::Value {
    emulator.get(path).unwrap()["version"].clone()
}
