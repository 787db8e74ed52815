//! With the derives of serde.

use std::hint::black_box;

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CloudPcDeviceImage {
    pub id: String,
    pub display_name: Option<String>,
    pub operating_system: Option<String>,
    pub os_build_number: Option<String>,
    pub version: Option<String>,
    #[serde(default, with = "time::serde::rfc3339::option")]
    pub last_modified_date_time: Option<OffsetDateTime>,
    pub status: Option<Status>,
    pub status_details: Option<StatusDetails>,
    pub source_image_resource_id: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Status {
    Pending,
    Ready,
    Failed,
    #[serde(untagged)]
    Unknown(String),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum StatusDetails {
    InternalServerError,
    SourceImageNotFound,
    OsVersionNotSupported,
    SourceImageInvalid,
    SourceImageNotGeneralized,
    VmAlreadyAzureAdjoined,
    PaidSourceImageNotSupport,
    SourceImageNotSupportCustomizeVMName,
    SourceImageSizeExceedsLimitation,
    #[serde(untagged)]
    Unknown(String),
}

/// The same with enums that have no variant for members they do not know, which is what serde is quickest at and what breaks when the
/// service adds one.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ClosedImage {
    pub id: String,
    pub display_name: Option<String>,
    pub operating_system: Option<String>,
    pub os_build_number: Option<String>,
    pub version: Option<String>,
    #[serde(default, with = "time::serde::rfc3339::option")]
    pub last_modified_date_time: Option<OffsetDateTime>,
    pub status: Option<ClosedStatus>,
    pub status_details: Option<ClosedStatusDetails>,
    pub source_image_resource_id: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ClosedStatus {
    Pending,
    Ready,
    Failed,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ClosedStatusDetails {
    InternalServerError,
    SourceImageNotFound,
    OsVersionNotSupported,
    SourceImageInvalid,
    SourceImageNotGeneralized,
    VmAlreadyAzureAdjoined,
    PaidSourceImageNotSupport,
    SourceImageNotSupportCustomizeVMName,
    SourceImageSizeExceedsLimitation,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Page<T> {
    pub value: Vec<T>,
    #[serde(rename = "@odata.nextLink")]
    pub next_link: Option<String>,
    #[serde(rename = "@odata.deltaLink")]
    pub delta_link: Option<String>,
    #[serde(rename = "@odata.count")]
    pub count: Option<i64>,
}

#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Patch {
    #[serde(rename = "@odata.type")]
    odata_type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    display_name: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    operating_system: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    os_build_number: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    size_in_gb: Option<Option<i32>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<Option<Status>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status_details: Option<Option<StatusDetails>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source_image_resource_id: Option<Option<String>>,
}

fn one() -> Patch {
    Patch {
        odata_type: "#microsoft.graph.cloudPcDeviceImage",
        display_name: Some(Some("Windows 11 Enterprise 24H2".to_owned())),
        ..Patch::default()
    }
}

fn all() -> Patch {
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

fn body(patch: &Patch, times: u64) {
    for _ in 0..times {
        let _ = black_box(serde_json::to_vec(black_box(patch)));
    }
}

pub fn body_of_one(times: u64) {
    body(&one(), times);
}

pub fn body_of_all(times: u64) {
    body(&all(), times);
}

pub fn object(times: u64) {
    crate::read_again::<CloudPcDeviceImage>(crate::object_json(), times);
}

pub fn closed_object(times: u64) {
    crate::read_again::<ClosedImage>(crate::object_json(), times);
}

pub fn page_of_100(times: u64) {
    crate::read_again::<Page<CloudPcDeviceImage>>(crate::page_json(100), times);
}

pub fn page_of_1000(times: u64) {
    crate::read_again::<Page<CloudPcDeviceImage>>(crate::page_json(1000), times);
}

pub fn closed_page_of_100(times: u64) {
    crate::read_again::<Page<ClosedImage>>(crate::page_json(100), times);
}
