//! With `serde_json::Value`.

use std::hint::black_box;

use serde_json::{Value, json};

pub fn body_of_one(times: u64) {
    for _ in 0..times {
        let value = json!({
            "@odata.type": "#microsoft.graph.cloudPcDeviceImage",
            "displayName": black_box("Windows 11 Enterprise 24H2"),
        });
        let _ = black_box(serde_json::to_vec(&value));
    }
}

pub fn body_of_all(times: u64) {
    for _ in 0..times {
        let value = json!({
            "@odata.type": "#microsoft.graph.cloudPcDeviceImage",
            "displayName": black_box("Windows 11 Enterprise 24H2"),
            "operatingSystem": black_box("Windows 11 Enterprise"),
            "osBuildNumber": black_box("24H2"),
            "version": black_box("0.0.1"),
            "sizeInGb": black_box(64),
            "status": black_box("ready"),
            "statusDetails": black_box("sourceImageNotFound"),
            "sourceImageResourceId": null,
        });
        let _ = black_box(serde_json::to_vec(&value));
    }
}

pub fn object(times: u64) {
    crate::read_again::<Value>(crate::object_json(), times);
}

pub fn page_of_100(times: u64) {
    crate::read_again::<Value>(crate::page_json(100), times);
}
