//! Typed Microsoft Graph resources: declare the resources that you need as structs, and read and update them.
//!
//! ```
//! use graph_resource::{graph_enum, graph_resource};
//! use time::OffsetDateTime;
//!
//! /// A custom image that Cloud PCs are provisioned from.
//! #[graph_resource(path = "/deviceManagement/virtualEndpoint/deviceImages", version = "beta")]
//! #[derive(Debug, Clone, PartialEq)]
//! pub struct CloudPcDeviceImage {
//!     #[graph(key)]
//!     pub id: String,
//!     pub display_name: Option<String>,
//!     pub version: Option<String>,
//!     #[graph(read_only)]
//!     pub last_modified_date_time: Option<OffsetDateTime>,
//!     pub status: Option<CloudPcDeviceImageStatus>,
//! }
//!
//! #[graph_enum]
//! pub enum CloudPcDeviceImageStatus { Pending, Ready, Failed, #[graph(unknown)] Unknown(String) }
//!
//! # use graph_resource::Client;
//! # use graph_resource_emulator::Emulator;
//! # use serde_json::json;
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let emulator = Emulator::builder().serve::<CloudPcDeviceImage>().start()?;
//! # let id = emulator.insert("/deviceManagement/virtualEndpoint/deviceImages", json!({ "version": "1" }))?;
//! # let client = Client::builder().base_url(emulator.url()).token("any").build()?;
//! let updated = CloudPcDeviceImage::update(&id)
//!     .display_name("Windows 11 Enterprise 24H2")
//!     .clear_version() // JSON null; exists because the property is nullable
//!     .send(&client)
//!     .await?;
//! # let image = updated.representation().ok_or("no representation")?;
//! # assert_eq!(image.display_name.as_deref(), Some("Windows 11 Enterprise 24H2"));
//! # assert_eq!(image.version, None);
//! # Ok(())
//! # }
//! ```
//!
//! A property that cannot be sent cannot be set, a property that was not changed is not sent, and a mistake is a compile error at the very
//! word.
//!
//! # Overview
//!
//! - [`#[graph_resource]`](macro@graph_resource), [`#[graph_complex]`](macro@graph_complex), [`#[graph_enum]`](macro@graph_enum) and
//!   [`#[graph_union]`](macro@graph_union): how types are declared, and what the macros generate.
//! - [`#[graph_action]`](macro@graph_action) and [`#[graph_function]`](macro@graph_function): what is called, such as `sendMail`.
//!   [`Returned`]: their results.
//! - [`cookbook`]: a recipe for each job.
//! - [`RelatedItems`], [`RelatedItem`]: links between resources.
//! - [`edm`]: the Rust types of properties.
//! - [`Change`] and [`Patch`]: absent, `null` and value; the difference between two states of a resource.
//! - [`Client`], [`Retry`], [`Transport`], [`TokenProvider`]: sending. [`Request`] and [`Endpoint`]: requests as values, without sending.
//!   `Client::send_blocking` (feature `blocking`): without async code.
//! - [`Write`] and [`WriteKind`]: updates, upserts and creates, as patches that are sent. [`Whole`]: replacements, and creates from a value.
//! - [`Get::modify`], [`Etag`]: updates that do not overwrite concurrent changes. `Get::wait_until`, `LongOperation`: waiting. [`List::pages`], [`Pager`]: collections
//!   page by page. [`List::delta`], [`Mirror`]: their changes. [`List::next`], [`Get::at`]: links in answers.
//! - `Batch`, `Bulk`, `StoredRequest` (feature `batch`): many requests at a time, and requests as data.
//! - [`Content`], [`Download`]: photos, files and reports. `Upload` (feature `upload`): large files. [`Body`]: streams in a transport.
//! - [`query`]: filters, orders and searches as typed values.
//! - [`Outcome`] (as [`Updated`] and [`Created`]), [`Upserted`], [`Modified`], [`Page`], [`Response`]: answers. [`Error`]: failures.
//! - [`Resource`], [`ResourceInfo`], [`TypeInfo`], [`Property`], [`EdmType`]: resources as data.
//! - The crate [`graph-resource-emulator`](https://docs.rs/graph-resource-emulator): a Microsoft Graph to test against. The command
//!   [`cargo graph-resource`](https://docs.rs/cargo-graph-resource): structs from the metadata of the service, and whether they are still right.
//!
//! # Features
//!
//! | feature | default | |
//! | --- | --- | --- |
//! | `reqwest` | yes | the HTTP client, `ReqwestTransport` |
//! | `rustls` | yes | TLS for `reqwest` by rustls, with the provider aws-lc and the certificates of the system |
//! | `rustls-ring` | | the same with the provider ring: a first build takes a third less CPU |
//! | `rustls-no-provider` | | the same with the provider that the application installs |
//! | `native-tls` | | TLS for `reqwest` by the library of the system, even if rustls is enabled as well |
//! | `hyper` | | another HTTP client, `HyperTransport`, which takes half the instructions |
//! | `hyper-rustls`, `hyper-rustls-ring` | | TLS and proxies for `hyper`, by rustls with aws-lc or with ring |
//! | `http2` | | HTTP/2, for `reqwest` |
//! | `gzip` | | compressed answers, for both HTTP clients |
//! | `socks` | | proxies that speak SOCKS, for both HTTP clients |
//! | `retry` | yes | failed requests are repeated if that is safe ([`Retry`]), with the timers of Tokio; `reqwest` and `hyper` enable it |
//! | `azure-identity` | | `azure_credential`: tokens of any `TokenCredential` of `azure_core` 1, such as those of `azure_identity` |
//! | `tracing` | | a span for each request and each attempt, with the names of OpenTelemetry |
//! | `time` | | `time::OffsetDateTime` and `time::Date` as property types |
//! | `uuid` | | `uuid::Uuid` as a property type and as a key |
//! | `schemars` | | JSON Schema of types and patches, by [`schemars`](https://docs.rs/schemars) 1: see [below](#json-schema) |
//! | `binary` | | [`edm::Binary`](crate::edm), for bytes in base64 |
//! | `batch` | | many requests at a time: `Batch` and `Bulk` |
//! | `upload` | | uploads of large files in fragments: `Upload` |
//! | `blocking` | | `send_blocking` on each request, for programs without async code |
//!
//! A provider that the application has installed takes precedence. With both providers enabled, aws-lc is used. To leave aws-lc out, set
//! `default-features = false`. TLS is set up when a [`Client`] for an `https` endpoint is built; with rustls, a client for `http`, such
//! as that of an emulator, loads no certificates.
//!
//! Without any feature, there is no HTTP client, no async runtime and no TLS, only the data model, the requests as values, and a [`Client`]
//! for your own transport.

//! # JSON Schema
//!
//! With the feature `schemars`, types, enums and patches implement `JsonSchema`, for forms, tools of language models and other readers of a
//! schema. The schema of a resource has what is read; that of its patch has what may be written, and nothing else. Enums are open, since the
//! service adds members. Descriptions are the documentation in the source.
//!
//! ```
//! use graph_resource::graph_resource;
//!
//! #[graph_resource(path = "/users", emit_type = "never")]
//! pub struct User {
//!     #[graph(key)]
//!     pub id: String,
//!     /// The name that is shown in the address book.
//!     pub display_name: Option<String>,
//!     #[graph(read_only)]
//!     pub created_date_time: Option<String>,
//! }
//!
//! # #[cfg(feature = "schemars")] {
//! let schema = graph_resource::schemars::schema_for!(UserPatch);
//! assert_eq!(
//!     schema.get("properties"),
//!     Some(&serde_json::json!({
//!         "displayName": {
//!             "type": ["string", "null"],
//!             "description": "The name that is shown in the address book.",
//!         },
//!     })),
//! );
//! assert_eq!(schema.get("additionalProperties"), Some(&false.into()));
//! # }
//! ```
//!
//! A type that is read and written by `#[graph(with = "…")]`, and a type parameter, can be anything.

#![cfg_attr(docsrs, feature(doc_cfg))]

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod answer;
mod body;
mod change;
#[cfg(any(doc, doctest))]
#[doc = include_str!("../docs/cookbook.md")]
pub mod cookbook {}
#[macro_use]
mod request;
mod client;
pub mod edm;
mod encoding;
mod endpoint;
mod error;
mod flow;
mod json;
#[cfg(feature = "schemars")]
mod json_schema;
mod model;
mod odata;
pub mod query;
mod resource;
mod transport;

/// The crate [`bytes`](https://docs.rs/bytes), whose `Bytes` are the bodies of requests and answers.
pub use bytes;

pub use answer::{
    Created, Download, Modified, Outcome, Page, Response, Returned, Updated, Upserted,
};
pub use body::{Body, StreamedAnswer};
pub use change::{Change, IntoProperty};
pub use client::{
    AccessToken, Client, ClientBuilder, Sending, TokenError, TokenProvider, TokenRequest,
};
pub use edm::enum_info::EnumInfo;
pub use edm::enumeration::GraphEnum;
pub use edm::schema::{EdmType, Property, TypeInfo};
pub use endpoint::{ApiVersion, Cloud, Endpoint};
pub use error::{Error, ErrorDetail, ErrorKind};
#[cfg(feature = "batch")]
pub use flow::{
    Batch, BatchAnswers, BatchHandle, BatchItem, Bulk, BulkItem, Cancelled, FileJournal, Journal,
    JournalEntry, JournalState, Outcomes, Progress, SharedPace,
};
pub use flow::{
    Changed, ChangedItem, Changes, Collected, Continuation, Delta, DeltaToken, Linked, Mirror,
    Modify, Pager, RemovedReason, SetTo,
};
#[cfg(feature = "retry")]
pub use flow::{LongOperation, OperationProgress, OperationState, WaitUntil};
#[cfg(feature = "upload")]
pub use flow::{Upload, UploadSession, Uploaded};
#[doc = include_str!("../docs/graph_action.md")]
pub use graph_resource_macros::graph_action;
#[doc = include_str!("../docs/graph_complex.md")]
pub use graph_resource_macros::graph_complex;
#[doc = include_str!("../docs/graph_enum.md")]
pub use graph_resource_macros::graph_enum;
#[doc = include_str!("../docs/graph_function.md")]
pub use graph_resource_macros::graph_function;
#[doc = include_str!("../docs/graph_resource.md")]
pub use graph_resource_macros::graph_resource;
#[doc = include_str!("../docs/graph_union.md")]
pub use graph_resource_macros::graph_union;
/// The crate [`http`](https://docs.rs/http), whose types a [`Transport`] takes and returns.
pub use http;
pub use model::{Extends, GraphUnion, Merge, Patch, StructuredType, WriteProperties};
pub use odata::{Etag, Key, KeyOf};
#[cfg(feature = "batch")]
pub use request::StoredRequest;
pub use request::{
    AcceptsKey, Addressed, AnyKey, BorrowedKey, Collection, Content, Create, CreateFrom, Delete,
    ExactKey, Get, Has, HasCreate, HasDelete, HasGet, HasList, HasReplace, HasUpdate, IfChanged,
    Lacks, Link, List, Operations, PolymorphicResource, Reference, RelatedItem, RelatedItems,
    Replace, ReplaceOrCreate, Request, Requires, Retry, SetContent, Singleton, UnionPatch,
    UnionUpdate, Update, Upsert, Whole, Write, WriteKind,
};
pub use resource::{Operation, Resource, ResourceAddress, ResourceInfo, Updatable, UpdateMethod};
/// The crate [`schemars`](https://docs.rs/schemars), whose `JsonSchema` the types and their patches implement.
#[cfg(feature = "schemars")]
pub use schemars;
pub use transport::{BoxFuture, Transport, TransportError};
#[cfg(feature = "hyper")]
pub use transport::{HyperTransport, HyperTransportBuilder};
#[cfg(feature = "reqwest")]
pub use transport::{ReqwestTransport, ReqwestTransportBuilder};
