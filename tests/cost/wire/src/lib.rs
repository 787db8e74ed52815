//! One PATCH and its answer over loopback: with this project, and by hand over the same HTTP clients.

#![forbid(unsafe_code)]
#![allow(missing_docs)]

use cost_scenario::Scenario;

mod hand;
mod hand_hyper;
mod hand_reqwest;
mod ours;
mod throughput;

pub mod server;

const ID: &str = "d2c440a0-5f4f-4a5d-a1d6-9f9a1b7e2a77";
const TOKEN: &str = "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJodHRwczovL2dyYXBoLm1pY3Jvc29mdC5jb20ifQ.c2lnbmF0dXJl";
const PATH: &str = "deviceManagement/virtualEndpoint/deviceImages";

/// Where the server is.
fn base_url() -> String {
    let port = std::env::var("COST_PORT").expect("COST_PORT is the port of the server");
    format!("http://127.0.0.1:{port}")
}

fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("there can be a runtime")
        .block_on(future)
}

pub const SCENARIOS: &[Scenario] = &[
    Scenario {
        name: "ours_reqwest::round_trip",
        run: ours::round_trip_over_reqwest,
    },
    Scenario {
        name: "hand_reqwest::round_trip",
        run: hand_reqwest::round_trip,
    },
    Scenario {
        name: "hand_hyper::round_trip",
        run: hand_hyper::round_trip,
    },
    Scenario {
        name: "ours_reqwest::in_flight",
        run: ours::in_flight_over_reqwest,
    },
    Scenario {
        name: "hand_reqwest::in_flight",
        run: hand_reqwest::in_flight,
    },
    Scenario {
        name: "hand_hyper::in_flight",
        run: hand_hyper::in_flight,
    },
    Scenario {
        name: "ours_reqwest::construction",
        run: ours::construction_over_reqwest,
    },
    Scenario {
        name: "hand_reqwest::construction",
        run: hand_reqwest::construction,
    },
    Scenario {
        name: "ours::idle",
        run: ours::idle,
    },
    Scenario {
        name: "hand_reqwest::idle",
        run: hand_reqwest::idle,
    },
];
