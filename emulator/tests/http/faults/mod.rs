//! Tests of injected faults.

mod answers;
mod bodies;
mod conditions;
mod connections;

use graph_resource_emulator::{Clock, Emulator, Fault, When};

use crate::support::*;

/// Starts an emulator with one image, in which the next request encounters `fault`, and returns the path of the image.
fn start_with(fault: Fault) -> (Emulator, String) {
    let (emulator, path) = start_with_image();
    emulator.inject(fault, When::next(1)).unwrap();
    (emulator, path)
}

/// Starts an emulator like [`start_with`], with a clock that stands still.
fn start_with_clock(fault: Fault) -> (Emulator, String, Clock) {
    let (emulator, path, clock) = start_with_image_and_clock();
    emulator.inject(fault, When::next(1)).unwrap();
    (emulator, path, clock)
}

fn version(emulator: &Emulator, path: &str) -> serde_json::Value {
    emulator.get(path).unwrap()["version"].clone()
}
