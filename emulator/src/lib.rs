//! An emulator of Microsoft Graph for examples and tests: in memory, over real HTTP on the loopback interface.
//!
//! An [`Emulator`] serves [resources](graph_resource::Resource). It learns from their declarations which properties are keys, read-only,
//! required and nullable, and of which type each property is, and behaves as Microsoft Graph does: an update merges, `null` clears a
//! property, and a request that sets a property it may not set, or to a value of another type, is rejected with Graph's error body.
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
//! - Keys as segments or in parentheses, `users/adele` and `users('adele')`, with the name of their property, `users(id='adele')`, and
//!   alternate keys, `applications(appId='…')/owners`. `Prefer: create-if-missing` in an update of an item by a key that clients may set.
//! - Several types at one path: see [`EmulatorBuilder::serve`].
//! - Relationships: `manager@odata.bind` in a body, and `$ref`, as in `POST …/members/$ref`, `DELETE …/members/2/$ref` and
//!   `PUT …/manager/$ref`; the related items, `GET …/members`. [`Emulator::link`] prepares them.
//! - `$select`, `$expand` with options in it and up to three levels deep, and `$top`, and pages that are linked by `@odata.nextLink`.
//! - `$filter` of a collection, and of related items that are served: comparisons, `in`, `has`, `and`, `or`, `not`, `startswith`, `endswith`, `contains`, `any` and `all`, on paths
//!   through complex properties; `$orderby`, `$skip`, `$count` as an option and as a segment, and `$search` for words in quotes. Text is compared
//!   without letter case. A filter with anything else is `501`.
//! - `delta` of a collection: pages, tokens, `@removed`, `$deltatoken=latest`, and `410` after [`Emulator::expire_delta_tokens`]. An item that has
//!   changed comes as a whole.
//! - Advanced queries of resources with `advanced_queries`: they need `ConsistencyLevel: eventual`, and a list has 15 values at most.
//! - Directory extensions: see [`EmulatorBuilder::extension_app`].
//! - Entity tags, with `If-Match` and `If-None-Match` in writes. [`EmulatorBuilder::require_if_match`] makes `If-Match` mandatory.
//! - `Prefer: return=minimal` and `return=representation`. [`EmulatorBuilder::update_answers`] sets the answer to an update without a
//!   preference.
//! - The timestamps that the service itself sets, `createdDateTime` and `lastModifiedDateTime`, if they are read-only.
//! - `$batch`, with `dependsOn`. Each request in it is one of its own: it is recorded, limited, and encounters faults. A fault that ends a
//!   connection leaves its answer out. More than 20 requests, two with one id, and a batch in a batch are refused, and so is a body without
//!   `Content-Type`.
//! - Actions and functions, which closures answer: see [`EmulatorBuilder::answer`].
//! - Contents, such as photos and files, with ranges, and upload sessions; for these, and for monitors of operations, a second port stands for
//!   the other hosts to which Microsoft Graph leads: see [`EmulatorBuilder::serve_content`], [`serve_uploads`](EmulatorBuilder::serve_uploads) and
//!   [`answer_elsewhere`](EmulatorBuilder::answer_elsewhere).
//! - Throttling by workload, with a `Retry-After` and headers that say how much is left: see [`RateLimit`].
//! - `request-id` and `client-request-id`.
//! - Any bearer token. A request without a token is rejected.
//!
//! # Updates
//!
//! An update changes the properties that it names. A complex value is replaced as a whole, unless its property has `#[graph(merge)]`: then the
//! update changes the parts that it names, at any depth, and `null` removes an entry of a map. A collection that has no value is answered
//! as `[]`.
//!
//! An update of a resource that is replaced, with `update(method = "PUT")` or `update(whole)`, clears what the body does not carry. The key, the
//! type, links, and properties that are read-only or create-only stay. Without a property that is not nullable, and with another key than that
//! of the path, it is answered with `400`.
//!
//! # Types
//!
//! The body of a create or an update is checked by the [Edm types](graph_resource::EdmType) of the properties, before anything is
//! stored. A value of another type is answered with `400`, and the message names the property by its path, `emailAddresses[1]/address`:
//!
//! - Each primitive value has the JSON form of its type, and is in its range. An `Edm.Int64` or `Edm.Decimal` may be a string, a floating-point
//!   number `"INF"`, `"-INF"` or `"NaN"`, and bytes are base64 in either alphabet.
//! - A member of an enumeration is any string, since enumerations evolve.
//! - An object has only properties that its type declares, unless the type is open or the object names a derived type in
//!   `@odata.type`. Annotations are ignored.
//! - An object of an abstract type is checked if it names one of the types that are known.
//! - `null` is an element of a collection only if its type is an `Option`.
//! - References are URLs: an array of them for a collection, and one otherwise. If the resource at such a URL is served, it must exist.
//! - Relationships, and properties whose type is not known, such as those with `#[graph(with = "…")]`, have any value.
//! - Objects and collections are nested at most 100 levels deep.
//!
//! The type of a key also determines its form in parentheses, and another form is answered with `400`: strings and members of enumerations
//! are in quotes, `groups(uniqueName='sales')`, and all other values are not, `skus(number=7)`.
//!
//! Test data, which is stored by [`Emulator::insert`] and [`Emulator::put`], may have values of any type.
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
//! # Advice
//!
//! [`Emulator::advice`] says after a test what the client could do better: reads without `$select`, tokens that are from no link, repetitions
//! before their time, writes without the entity tag that they need, pages that were not read, and items that were read one by one.
//!
//! # Time
//!
//! Everything that depends on time goes by the [`Clock`] of the emulator: timestamps, dates, the budgets of a throttling fault, and
//! delays. A test that uses a [manual clock](Clock::manual) never has to wait, and does not depend on the speed of the machine.
//!
//! # Differences from Microsoft Graph
//!
//! What a test may rely on, and what it may not. Workloads of Microsoft Graph differ from one another; the emulator is alike for all resources.
//!
//! | | Microsoft Graph | the emulator |
//! | --- | --- | --- |
//! | an undeclared property in a body | rejected, or ignored by some workloads | stricter: rejected, also if only the struct does not declare it |
//! | a value of another type, such as a number as a string | converted by some workloads | stricter: rejected |
//! | an enumeration | rejects unknown members | laxer: has any members |
//! | `If-Match` | ignored by some workloads | stricter: always checked; laxer: mandatory only if the builder says so |
//! | `If-None-Match` in a `GET` | answered with `304` by some workloads | ignored |
//! | an update with the name of another type than the item has, even that of the base | rejected by most workloads | rejected |
//! | a property of a derived type in a body without `@odata.type` | unknown, because the declared type does not have it | laxer: known, in an update |
//! | a read-only or required property | depends on the workload | as the struct declares it |
//! | the item that contains a collection, `users/adele` in `users/adele/messages` | must exist | laxer: need not exist, nor be served |
//! | the target of a reference | must exist, be of the right type, and be at the own host | laxer: must exist if its resource is served |
//! | references in nested objects | relate items | laxer: are checked, and then forgotten |
//! | a relationship | is part of an answer only if it is expanded | laxer: test data with its value is always answered |
//! | `$select` of a property of a derived type | needs its type in the path | laxer: does not |
//! | system query options without `$` | known in `beta`, and in parts of `v1.0` | laxer: known everywhere |
//! | permissions, licences, quotas, replication delays | apply | laxer: do not exist, but can be simulated by [faults](Emulator::inject) |
//! | a string key without quotes in parentheses | rejected | laxer: accepted |
//! | the properties of an object in the answer, if they have no value | `null` | nested ones are missing, except collections |
//!
//! # Limitations
//!
//! - What the emulator does not support is answered with `501` and never ignored: other query options and
//!   path segments of OData, actions, functions other than `delta()`, properties and names of types in a path. A `POST` to an unknown name below an item
//!   or a collection counts as an action. Other unknown paths are answered with `404`.
//! - A request that is not valid HTTP, or whose URL is longer than 64 KiB, is rejected with a status but without Graph's error body,
//!   and is not recorded.
//! - The log forgets the oldest requests when all of them together exceed 256 MiB.

mod advice;
mod builder;
mod calls;
mod clock;
mod emulator;
mod error;
mod fault;
mod graph;
mod http;
mod in_process;
mod limit;
mod links;
mod log;
mod odata;
mod settings;
mod storage;
mod store;
mod sync;
mod text;

pub use advice::hint::{Advice, AdviceKind};
pub use builder::EmulatorBuilder;
pub use calls::{CallAnswer, ReceivedCall};
pub use clock::Clock;
pub use emulator::Emulator;
pub use error::EmulatorError;
pub use fault::definition::Fault;
pub use fault::retry_after::RetryAfter;
pub use fault::when::When;
pub use in_process::EmulatorTransport;
pub use limit::RateLimit;
pub use log::RecordedRequest;
pub use settings::UpdateAnswer;
pub use storage::FinishedUpload;
