//! By hand: what an expert writes for the same bytes, over `serde_json` and `http`.

use std::hint::black_box;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE};
use http::{HeaderValue, Method};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// Absent, `null` and value.
type Change<T> = Option<Option<T>>;

#[derive(Default)]
pub struct Patch {
    display_name: Change<String>,
    operating_system: Change<String>,
    os_build_number: Change<String>,
    version: Change<String>,
    size_in_gb: Change<i32>,
    status: Change<Status>,
    status_details: Change<StatusDetails>,
    source_image_resource_id: Change<String>,
}

pub enum Status {
    Ready,
    Unknown(String),
}

impl Serialize for Status {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match self {
            Self::Ready => "ready",
            Self::Unknown(name) => name,
        })
    }
}

pub enum StatusDetails {
    SourceImageNotFound,
    Unknown(String),
}

impl Serialize for StatusDetails {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match self {
            Self::SourceImageNotFound => "sourceImageNotFound",
            Self::Unknown(name) => name,
        })
    }
}

impl Serialize for Patch {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("@odata.type", "#microsoft.graph.cloudPcDeviceImage")?;
        if let Some(value) = &self.display_name {
            map.serialize_entry("displayName", value)?;
        }
        if let Some(value) = &self.operating_system {
            map.serialize_entry("operatingSystem", value)?;
        }
        if let Some(value) = &self.os_build_number {
            map.serialize_entry("osBuildNumber", value)?;
        }
        if let Some(value) = &self.version {
            map.serialize_entry("version", value)?;
        }
        if let Some(value) = &self.size_in_gb {
            map.serialize_entry("sizeInGb", value)?;
        }
        if let Some(value) = &self.status {
            map.serialize_entry("status", value)?;
        }
        if let Some(value) = &self.status_details {
            map.serialize_entry("statusDetails", value)?;
        }
        if let Some(value) = &self.source_image_resource_id {
            map.serialize_entry("sourceImageResourceId", value)?;
        }
        map.end()
    }
}

fn one() -> Patch {
    Patch {
        display_name: Some(Some("Windows 11 Enterprise 24H2".to_owned())),
        ..Patch::default()
    }
}

fn all() -> Patch {
    black_box((
        Status::Unknown(String::new()),
        StatusDetails::Unknown(String::new()),
    ));
    Patch {
        operating_system: Some(Some("Windows 11 Enterprise".to_owned())),
        os_build_number: Some(Some("24H2".to_owned())),
        version: Some(Some("0.0.1".to_owned())),
        size_in_gb: Some(Some(64)),
        status: Some(Some(Status::Ready)),
        status_details: Some(Some(StatusDetails::SourceImageNotFound)),
        source_image_resource_id: Some(None),
        ..one()
    }
}

fn to_json(patch: &Patch) -> serde_json::Result<Vec<u8>> {
    let mut json = Vec::with_capacity(512);
    serde_json::to_writer(&mut json, patch)?;
    Ok(json)
}

fn body(patch: &Patch, times: u64) {
    for _ in 0..times {
        let _ = black_box(to_json(black_box(patch)));
    }
}

pub fn body_of_one(times: u64) {
    body(&one(), times);
}

pub fn body_of_all(times: u64) {
    body(&all(), times);
}

const BASE: &str = "https://graph.microsoft.com";
const JSON: HeaderValue = HeaderValue::from_static("application/json");
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

type Built = Result<http::Request<Bytes>, Box<dyn std::error::Error>>;

fn to_request(base: &str, id: &str, patch: &Patch) -> Built {
    let id = utf8_percent_encode(id, SEGMENT);
    let url = format!("{base}/beta/deviceManagement/virtualEndpoint/deviceImages/{id}");
    let body = to_json(patch)?;
    Ok(http::Request::builder()
        .method(Method::PATCH)
        .uri(url)
        .header(ACCEPT, JSON)
        .header(CONTENT_TYPE, JSON)
        .body(body.into())?)
}

fn request(patch: &Patch, times: u64) {
    for _ in 0..times {
        let _ = black_box(to_request(
            black_box(BASE),
            black_box(crate::ID),
            black_box(patch),
        ));
    }
}

pub fn request_of_one(times: u64) {
    request(&one(), times);
}

pub fn request_of_all(times: u64) {
    request(&all(), times);
}

/// From the id and the value to the request, the value made anew each time.
pub fn built_request(times: u64) {
    for _ in 0..times {
        let patch = Patch {
            display_name: Some(Some(black_box("24H2").to_owned())),
            ..Patch::default()
        };
        let _ = black_box(to_request(black_box(BASE), black_box(crate::ID), &patch));
    }
}
