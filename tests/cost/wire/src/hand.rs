//! The hand-written code that all HTTP clients share.

use http::HeaderValue;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Serialize, Default)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Patch {
    #[serde(rename = "@odata.type")]
    pub(crate) odata_type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) display_name: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) operating_system: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) os_build_number: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) version: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) status: Option<Option<Status>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) status_details: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) source_image_resource_id: Option<Option<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(dead_code, reason = "it is read to be kept")]
pub(crate) struct CloudPcDeviceImage {
    id: String,
    display_name: Option<String>,
    operating_system: Option<String>,
    os_build_number: Option<String>,
    version: Option<String>,
    status: Option<Status>,
    status_details: Option<String>,
    source_image_resource_id: Option<String>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Status {
    Pending,
    Ready,
    Failed,
}

pub(crate) fn patch() -> Patch {
    Patch {
        odata_type: "#microsoft.graph.cloudPcDeviceImage",
        display_name: Some(Some("Windows 11 Enterprise 24H2".to_owned())),
        version: Some(None),
        ..Patch::default()
    }
}

pub(crate) fn url(base: &str) -> String {
    format!("{base}/beta/{}/{}", crate::PATH, crate::ID)
}

/// An id for the request, which Microsoft asks for.
pub(crate) fn id() -> HeaderValue {
    let id = Uuid::from_u128(fastrand::u128(..));
    let mut buffer = Uuid::encode_buffer();
    let text = id.hyphenated().encode_lower(&mut buffer);
    HeaderValue::from_str(text).expect("hexadecimal is a header value")
}
