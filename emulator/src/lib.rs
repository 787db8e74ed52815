//! An emulator of Microsoft Graph for examples and tests: in memory, over real HTTP on the loopback interface.
//!
//! An [`Emulator`] serves [resources](graph_resource::Resource). It learns from their declarations which properties are keys, read-only,
//! required and nullable, and behaves as Microsoft Graph does: an update merges, `null` clears a property, and a request that sets a
//! property it may not set is rejected with Graph's error body.
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
//! # Supported requests
//!
//! - `GET`, `POST`, `PATCH` or `PUT`, and `DELETE` for collections, items and singletons at `/v1.0` and `/beta`, as far as the resource
//!   has these operations. Both versions share one store. A singleton exists from the start.
//! - Items by an alternate key, `applications(appId='…')`, and `Prefer: create-if-missing` in a `PATCH` of one, if clients may set
//!   this key.
//! - `$select` and `$top`, and pages that are linked by `@odata.nextLink`.
//! - Entity tags, with `If-Match` and `If-None-Match` in writes.
//! - `Prefer: return=minimal` and `return=representation`. [`EmulatorBuilder::update_answers`] sets the answer to an update without a
//!   preference.
//! - The timestamps that the service itself sets, `createdDateTime` and `lastModifiedDateTime`, if they are read-only.
//! - `request-id` and `client-request-id`.
//! - Any bearer token. A request without a token is rejected.
//!
//! # Faults
//!
//! [`Emulator::inject`] makes [some requests](When) encounter a [`Fault`], in order to test how an app handles failures:
//!
//! - throttling, with each form of [`Retry-After`](RetryAfter), and bursts of 5xx,
//! - slow responses, and connections that are closed or reset before, during, or after the execution of a request,
//! - HTML pages, and bodies that are empty, truncated, or not what their headers declare,
//! - redirects, missing or wrong entity tags, and claims challenges.
//!
//! # Time
//!
//! Everything that depends on time goes by the [`Clock`] of the emulator: timestamps, dates, the budgets of a throttling fault, and
//! delays. A test that uses a [manual clock](Clock::manual) never has to wait, and does not depend on the speed of the machine.
//!
//! # Limitations
//!
//! - A path segment or query option of OData that the emulator does not support, such as `$batch` or `$filter`, is answered with `501`
//!   and never ignored.
//! - The emulator checks whether the value of a property may be `null`, but not its type.
//! - An update with `PUT` merges, like `PATCH`.
//! - A request that is not valid HTTP, or whose URL is longer than 64 KiB, is rejected with a status but without Graph's error body,
//!   and is not recorded.

mod builder;
mod clock;
mod emulator;
mod error;
mod fault;
mod graph;
mod http;
mod log;
mod odata;
mod settings;
mod store;
mod sync;
mod text;

pub use builder::EmulatorBuilder;
pub use clock::Clock;
pub use emulator::Emulator;
pub use error::EmulatorError;
pub use fault::definition::Fault;
pub use fault::retry_after::RetryAfter;
pub use fault::when::When;
pub use log::RecordedRequest;
pub use settings::UpdateAnswer;
