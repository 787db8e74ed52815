//! An embedded Microsoft Graph: in memory, over real HTTP on loopback, for examples and tests.
//!
//! It learns from each [`Resource`](graph_resource::Resource) what is key, read-only, required and nullable, and behaves as
//! Microsoft Graph does: an update merges, `null` clears, what may not be written is refused with Graph's error body.
//!
//! ```
//! use graph_resource::{Client, graph_resource};
//! use graph_resource_emulator::Emulator;
//! use serde_json::json;
//!
//! /// A custom image that Cloud PCs are provisioned from.
//! #[graph_resource(path = "/deviceManagement/virtualEndpoint/deviceImages", version = "beta")]
//! pub struct CloudPcDeviceImage {
//!     #[graph(key)]
//!     pub id: String,
//!     pub display_name: String,
//!     pub version: Option<String>,
//!     #[graph(read_only)]
//!     pub status: Option<String>,
//! }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let emulator = Emulator::builder().serve::<CloudPcDeviceImage>().start()?;
//! let images = "/deviceManagement/virtualEndpoint/deviceImages";
//! let id = emulator.insert(images, json!({ "displayName": "Windows 11", "version": "23H2", "status": "ready" }))?;
//!
//! let client = Client::builder().base_url(emulator.url()).token("any").build()?;
//! CloudPcDeviceImage::update(&id).display_name("Windows 12").clear_version().send(&client).await?;
//!
//! let stored = emulator.get(&format!("{images}/{id}"));
//! assert_eq!(stored, Some(json!({ "id": id, "displayName": "Windows 12", "version": null, "status": "ready" })));
//! let requests = emulator.requests();
//! assert_eq!(requests[0].method(), "PATCH");
//! assert_eq!(requests[0].response().status(), 200);
//! # Ok(())
//! # }
//! ```
//!
//! # What it emulates
//!
//! - Collections and singletons at `/v1.0` and `/beta`, with `GET`, `POST`, `PATCH` or `PUT`, and `DELETE` as far as the resource has
//!   them. What one version stores, the other has too. A singleton exists from the start.
//! - Entity tags with `If-Match` and `If-None-Match` on writes, `Prefer: return=minimal` and `return=representation`, `request-id`
//!   and `client-request-id`.
//! - Items by an alternate key, `applications(appId='…')`, and `Prefer: create-if-missing` in a `PATCH` of one that the client may name.
//! - `$select`, `$top`, and pages that are linked by `@odata.nextLink`.
//! - The dates that the service itself writes: `createdDateTime` and `lastModifiedDateTime`, where they are read-only.
//! - Any bearer token, but not none.
//! - What goes wrong on the way to the service: [faults](Fault) that [`Emulator::inject`] lets [some requests](When) meet. Throttling
//!   with each form of `Retry-After`, bursts of 5xx, slow answers, connections that are closed or reset before the answer, in the
//!   middle of it, or after the service has acted; pages of HTML, bodies that are empty, cut off, too short or not what they are said
//!   to be; redirects, entity tags that are missing or do not match, claims challenges.
//!
//! A path segment or query option of the system (`$filter`, `$batch`) that is not emulated is answered with `501`, never ignored. The
//! values of properties are not checked beyond `null`: their types are not known here. An update with `PUT` merges, like `PATCH`. What
//! is not HTTP, such as a URL of more than 64 KiB or with raw bytes, is refused before it becomes a request: with a status, but without
//! Graph's error body, and it is not on record.

mod alternate;
mod answer;
mod builder;
mod deliver;
mod emulator;
mod error;
mod fault;
mod headers;
mod log;
mod operations;
mod place;
mod query;
mod refusal;
mod representation;
mod route;
mod rules;
mod seed;
mod server;
mod service;
mod stamp;
mod store;

use std::sync::{Mutex, MutexGuard, PoisonError};

pub use builder::{EmulatorBuilder, UpdateAnswer};
pub use emulator::Emulator;
pub use error::EmulatorError;
pub use fault::{Fault, RetryAfter, When};
pub use log::RecordedRequest;

/// Locks, also where another thread panicked meanwhile: each write here is a single step.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
