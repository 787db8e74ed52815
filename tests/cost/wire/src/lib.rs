//! One PATCH and its answer over loopback: with this project, and by hand over the same HTTP clients. Collections, page by page.

#![forbid(unsafe_code)]
#![allow(missing_docs)]

use cost_scenario::Scenario;

mod bulk;
mod hand;
mod hand_hyper;
mod hand_reqwest;
mod ours;
mod paging;
mod throughput;

pub mod server;

const ID: &str = "d2c440a0-5f4f-4a5d-a1d6-9f9a1b7e2a77";
const TOKEN: &str = "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJodHRwczovL2dyYXBoLm1pY3Jvc29mdC5jb20ifQ.c2lnbmF0dXJl";
const PATH: &str = "deviceManagement/virtualEndpoint/deviceImages";

/// Returns the URL of the server.
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

macro_rules! scenarios {
    ($($name:literal: $run:path;)*) => {
        &[$(Scenario { name: $name, run: $run },)*]
    };
}

pub const SCENARIOS: &[Scenario] = scenarios! {
    "ours_reqwest::round_trip": ours::round_trip_over_reqwest;
    "hand_reqwest::round_trip": hand_reqwest::round_trip;
    "ours_hyper::round_trip": ours::round_trip_over_hyper;
    "hand_hyper::round_trip": hand_hyper::round_trip;
    "ours_reqwest::in_flight": ours::in_flight_over_reqwest;
    "hand_reqwest::in_flight": hand_reqwest::in_flight;
    "ours_hyper::in_flight": ours::in_flight_over_hyper;
    "hand_hyper::in_flight": hand_hyper::in_flight;
    "ours_reqwest::construction": ours::construction_over_reqwest;
    "hand_reqwest::construction": hand_reqwest::construction;
    "ours::idle": ours::idle;
    "bulk::batches": bulk::batches;
    "bulk::in_turn": bulk::bulk_in_turn;
    "bulk::in_flight": bulk::bulk_in_flight;
    "bulk::by_hand_in_turn": bulk::by_hand_in_turn;
    "bulk::by_hand_in_flight": bulk::by_hand_in_flight;
    "paging::parsed_100": paging::parsed_100;
    "paging::parsed_999": paging::parsed_999;
    "paging::read_100": paging::read_100;
    "paging::read_999": paging::read_999;
    "paging::by_hand_100": paging::by_hand_100;
    "paging::by_hand_999": paging::by_hand_999;
    "paging::with_prefetch": paging::with_prefetch;
    "paging::without_prefetch": paging::without_prefetch;
};
