//! Bodies and requests: written and read with this project, by hand, with serde's derives, and untyped.

#![forbid(unsafe_code)]
#![allow(missing_docs)]

use std::hint::black_box;
use std::sync::LazyLock;

use cost_scenario::Scenario;
use serde::de::DeserializeOwned;

mod derived;
mod hand;
mod ours;
mod union;
mod untyped;

const ID: &str = "d2c440a0-5f4f-4a5d-a1d6-9f9a1b7e2a77";

/// An item as the service sends it, in the order of its own schema.
fn item(number: usize) -> String {
    format!(
        r##"{{"@odata.type":"#microsoft.graph.cloudPcDeviceImage","id":"d2c440a0-5f4f-4a5d-a1d6-{number:012}","displayName":"Windows 11 Enterprise 24H2","operatingSystem":"Windows 11 Enterprise","osBuildNumber":"24H2","version":"0.0.{number}","lastModifiedDateTime":"2023-11-03T07:03:44.97Z","status":"ready","statusDetails":"sourceImageNotFound","sourceImageResourceId":"/subscriptions/31f3f1a5-0000-0000-0000-1a4cc6b9d5a2/resourceGroups/images/providers/Microsoft.Compute/images/w11"}}"##
    )
}

fn page(items: usize) -> String {
    let value: Vec<_> = (0..items).map(item).collect();
    format!(
        r#"{{"@odata.context":"https://graph.microsoft.com/beta/$metadata#deviceManagement/virtualEndpoint/deviceImages","@odata.nextLink":"https://graph.microsoft.com/beta/deviceManagement/virtualEndpoint/deviceImages?$skiptoken=X","value":[{}]}}"#,
        value.join(",")
    )
}

fn object_json() -> &'static [u8] {
    static JSON: LazyLock<String> = LazyLock::new(|| item(1));
    JSON.as_bytes()
}

fn page_json(items: usize) -> &'static [u8] {
    static OF_100: LazyLock<String> = LazyLock::new(|| page(100));
    static OF_1000: LazyLock<String> = LazyLock::new(|| page(1000));
    if items == 100 {
        OF_100.as_bytes()
    } else {
        OF_1000.as_bytes()
    }
}

/// Reads so many times, as an answer's body is read; the last value is kept for ever, so that what it holds can be counted.
fn read_again<T: DeserializeOwned>(json: &[u8], times: u64) {
    let mut last = None;
    for _ in 0..times {
        drop(last.take());
        last = Some(read::<T>(black_box(json)));
    }
    std::mem::forget(black_box(last));
}

fn read<T: DeserializeOwned>(json: &[u8]) -> T {
    serde_json::from_slice(json).expect("the JSON can be read")
}

macro_rules! scenarios {
    ($($module:ident: $($name:ident)*;)*) => {
        &[$($(Scenario { name: concat!(stringify!($module), "::", stringify!($name)), run: $module::$name },)*)*]
    };
}

pub const SCENARIOS: &[Scenario] = scenarios! {
    ours: body_of_one body_of_all request_of_one request_of_all built_request object page_of_100 page_of_1000;
    hand: body_of_one body_of_all request_of_one request_of_all built_request;
    derived: body_of_one body_of_all object closed_object page_of_100 page_of_1000 closed_page_of_100;
    union: page_of_one_kind page_of_three_kinds page_of_a_hundred_kinds page_of_tagged;
    untyped: body_of_one body_of_all object page_of_100;
};
