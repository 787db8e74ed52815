//! With this project.

use std::hint::black_box;

use bytes::Bytes;
use graph_resource::{Cloud, Endpoint, Get, List, Request, graph_enum, graph_resource};
use time::OffsetDateTime;

#[graph_resource(
    path = "/deviceManagement/virtualEndpoint/deviceImages",
    version = "beta"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct CloudPcDeviceImage {
    #[graph(key)]
    pub id: String,
    pub display_name: Option<String>,
    pub operating_system: Option<String>,
    pub os_build_number: Option<String>,
    pub version: Option<String>,
    #[graph(read_only)]
    pub last_modified_date_time: Option<OffsetDateTime>,
    pub status: Option<Status>,
    pub status_details: Option<StatusDetails>,
    pub source_image_resource_id: Option<String>,
}

/// The same with eight properties that an update may carry.
#[graph_resource(
    path = "/deviceManagement/virtualEndpoint/deviceImages",
    version = "beta",
    odata_type = "microsoft.graph.cloudPcDeviceImage"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct Image {
    #[graph(key)]
    pub id: String,
    pub display_name: Option<String>,
    pub operating_system: Option<String>,
    pub os_build_number: Option<String>,
    pub version: Option<String>,
    pub size_in_gb: Option<i32>,
    pub status: Option<Status>,
    pub status_details: Option<StatusDetails>,
    pub source_image_resource_id: Option<String>,
}

#[graph_enum]
pub enum Status {
    Pending,
    Ready,
    Failed,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum]
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
    #[graph(unknown)]
    Unknown(String),
}

fn one() -> ImageUpdate {
    Image::update(crate::ID).display_name("Windows 11 Enterprise 24H2")
}

fn all() -> ImageUpdate {
    one()
        .operating_system("Windows 11 Enterprise")
        .os_build_number("24H2")
        .version("0.0.1")
        .size_in_gb(64)
        .status(Status::Ready)
        .status_details(StatusDetails::SourceImageNotFound)
        .clear_source_image_resource_id()
}

/// The body alone: the patch as JSON. What `to_http_request` does besides is measured by `request`.
fn body(update: &ImageUpdate, times: u64) {
    use graph_resource::__private as write;
    let type_info = <Image as graph_resource::Resource>::INFO.type_info();
    for _ in 0..times {
        let _ = black_box(write::body(black_box(update), type_info, None, None));
    }
}

pub fn body_of_one(times: u64) {
    body(&one(), times);
}

pub fn body_of_all(times: u64) {
    body(&all(), times);
}

fn request(update: &ImageUpdate, times: u64) {
    let endpoint = Endpoint::new(Cloud::Global);
    for _ in 0..times {
        let _ = black_box(black_box(update).to_http_request(black_box(&endpoint)));
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
    let endpoint = Endpoint::new(Cloud::Global);
    for _ in 0..times {
        let update = Image::update(black_box(crate::ID)).display_name(black_box("24H2"));
        let _ = black_box(update.to_http_request(black_box(&endpoint)));
    }
}

/// Reads an answer as `send` does, so many times.
fn read_answers<R: Request>(body: &'static [u8], times: u64) {
    let response = http::Response::new(Bytes::from_static(body));
    let mut last = None;
    for _ in 0..times {
        drop(last.take());
        last = Some(R::read_answer(black_box(&response)).expect("the answer can be read"));
    }
    std::mem::forget(black_box(last));
}

pub fn object(times: u64) {
    read_answers::<Get<CloudPcDeviceImage>>(crate::object_json(), times);
}

pub fn page_of_100(times: u64) {
    read_answers::<List<CloudPcDeviceImage>>(crate::page_json(100), times);
}

pub fn page_of_1000(times: u64) {
    read_answers::<List<CloudPcDeviceImage>>(crate::page_json(1000), times);
}
