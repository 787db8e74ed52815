//! Requests to Microsoft Graph as work for any number of processes, by way of [NATS JetStream](https://docs.nats.io/nats-concepts/jetstream).
//!
//! A [`Bulk`](graph_resource::Bulk) sends as much as one process can. A fleet is for those who have several: one that stays
//! available when a machine fails, or workers that take what others leave in the budget of a tenant.
//!
//! ```no_run
//! use futures_util::{StreamExt, stream};
//! use graph_resource::{Client, StoredRequest, graph_resource};
//! use graph_resource_fleet::{Fleet, Job, async_nats};
//!
//! #[graph_resource(path = "/users")]
//! #[derive(Debug)]
//! pub struct User {
//!     #[graph(key)]
//!     pub id: String,
//!     pub department: Option<String>,
//! }
//!
//! async fn submit(ids: Vec<String>, client: &Client) -> Result<(), Box<dyn std::error::Error>> {
//!     let nats = async_nats::connect("nats://localhost").await?;
//!     let fleet = Fleet::builder("users").open(nats).await?;
//!     let jobs = ids.into_iter().map(|id| {
//!         let update = User::update(&id).department("R&D");
//!         Ok(Job::new(id, StoredRequest::new(&update, client.endpoint())?))
//!     });
//!     let jobs = jobs.collect::<Result<Vec<_>, graph_resource::Error>>()?;
//!     fleet.submit(stream::iter(jobs)).await?;
//!     Ok(())
//! }
//!
//! /// In as many processes as you like.
//! async fn work(client: &Client, end: impl Future) -> Result<(), Box<dyn std::error::Error>> {
//!     let nats = async_nats::connect("nats://localhost").await?;
//!     let fleet = Fleet::builder("users").open(nats).await?;
//!     let done = fleet.worker(client).await?.run_until(end).await?;
//!     println!("{} users are moved", done.acknowledged);
//!     Ok(())
//! }
//!
//! async fn report(fleet: &Fleet) -> Result<(), Box<dyn std::error::Error>> {
//!     let mut outcomes = fleet.outcomes_after(0).await?;
//!     while let Some(outcome) = outcomes.next().await {
//!         let outcome = outcome?;
//!         if let Err(failure) = outcome.result {
//!             eprintln!("{}: {failure}", outcome.tag);
//!         }
//!     }
//!     Ok(())
//! }
//! ```
//!
//! - A job is done when Microsoft Graph has answered it and its outcome is stored. If a worker dies before, another one gets the job.
//! - Each job has one outcome. NATS itself refuses a second one with its tag.
//! - A request that must not be executed twice is marked before it is sent. If its worker dies, its outcome is unknown, and it is not
//!   sent again.
//! - What one worker is told by a `429`, the others heed.
//!
//! Jobs and outcomes have in them what requests and answers have, without the access token. Who can read the fleet in NATS can
//! read that, and who can write jobs to it can send requests with the permissions of its workers.

mod error;
mod fleet;
mod intake;
mod job;
mod marks;
mod names;
mod once;
mod outcome;
mod pace;
mod worker;

/// The crate [`async-nats`](https://docs.rs/async-nats), whose client a [`Fleet`] takes.
pub use async_nats;
pub use error::Error;
pub use fleet::{Fleet, FleetBuilder, Submitted};
pub use job::Job;
pub use outcome::{Failure, Outcome};
pub use worker::{Done, Worker};
