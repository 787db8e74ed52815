//! The resources of these tests, and an emulator that serves them.

use graph_resource::{Client, ClientBuilder, graph_enum, graph_resource};
use graph_resource_emulator::{Clock, Emulator, EmulatorBuilder, RecordedRequest};
use serde_json::{Value, json};
use time::OffsetDateTime;

/// The collection of images, below the version.
pub(crate) const IMAGES: &str = "/deviceManagement/virtualEndpoint/deviceImages";

/// A custom image that Cloud PCs are provisioned from.
#[graph_resource(
    path = "/deviceManagement/virtualEndpoint/deviceImages",
    version = "beta"
)]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct CloudPcDeviceImage {
    #[graph(key)]
    pub(crate) id: String,
    #[graph(etag)]
    pub(crate) etag: Option<String>,
    #[graph(required)]
    pub(crate) display_name: String,
    pub(crate) version: Option<String>,
    #[graph(create_only)]
    pub(crate) source_image_resource_id: Option<String>,
    #[graph(read_only)]
    pub(crate) last_modified_date_time: Option<OffsetDateTime>,
    pub(crate) status: Option<Status>,
    #[graph(default)]
    pub(crate) scope_ids: Vec<String>,
}

pub(crate) fn new_image() -> NewCloudPcDeviceImage {
    NewCloudPcDeviceImage {
        display_name: "Windows 11".to_owned(),
    }
}

#[graph_enum]
pub(crate) enum Status {
    Pending,
    Ready,
    #[graph(unknown)]
    Unknown(String),
}

/// A singleton, at either version.
#[graph_resource(path = "/users/{user_id}/mailboxSettings")]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct MailboxSettings {
    pub(crate) time_zone: Option<String>,
    pub(crate) date_format: Option<String>,
}

pub(crate) fn start() -> (Emulator, Client) {
    let emulator = Emulator::builder()
        .serve::<CloudPcDeviceImage>()
        .serve::<MailboxSettings>()
        .start()
        .unwrap();
    let client = client(&emulator);
    (emulator, client)
}

pub(crate) fn client(emulator: &Emulator) -> Client {
    Client::builder()
        .base_url(emulator.url())
        .token("token")
        .build()
        .unwrap()
}

/// An emulator with one image, a client for it, and the key of the image.
/// Starts an emulator without a socket, whose clock is that of the test, with the builder of a client for it.
pub(crate) fn start_paused(builder: EmulatorBuilder) -> (Emulator, ClientBuilder) {
    let emulator = builder.clock(Clock::tokio()).start().unwrap();
    let client = Client::builder()
        .base_url(emulator.url())
        .transport(emulator.transport())
        .token("token");
    (emulator, client)
}

pub(crate) fn start_with_image() -> (Emulator, Client, String) {
    let (emulator, client) = start();
    let image = json!({ "displayName": "Windows 11", "version": "23H2", "status": "ready", "scopeIds": ["0"] });
    let id = emulator.insert(IMAGES, image).unwrap();
    (emulator, client, id)
}

pub(crate) fn stored(emulator: &Emulator, id: &str) -> Option<Value> {
    emulator.get(&format!("{IMAGES}/{id}"))
}

/// The last request that the emulator received: method, path and query, and body.
pub(crate) fn last(emulator: &Emulator) -> (RecordedRequest, String) {
    let request = emulator.requests().pop().unwrap();
    let query = request
        .query()
        .map_or_else(String::new, |query| format!("?{query}"));
    let body = std::str::from_utf8(request.body()).unwrap();
    let line = format!("{} {}{query} {body}", request.method(), request.path());
    (request, line.trim_end().to_owned())
}
