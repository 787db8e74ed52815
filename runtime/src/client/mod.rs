//! The client, which sends requests: access tokens, redirects, retries, and the answer.
//!
//! From the outside to the inside, each file uses only those after it:
//!
//! - `sending`: the futures of answers, and the methods of [`Client`] that return them. Flows use `Client::execute`.
//! - `executed`, `pending`: the answer to a request of a flow, and the part of a future that is independent of the type of the answer.
//! - `builder`: the builder of a client.
//! - `handle`: the client, a handle on the part that all its clones share.
//! - `exchange`: one request, from its headers to an answer of status 2xx or an error.
//! - `item`: one request of a batch, from its headers to the same.
//! - `inner`: the part of a client that all its clones share, and those that clients in other names share.
//! - `resume`: content that goes on where it broke off.
//! - `default_headers`, `redirect`, `auth`, `retry`, `telemetry`: the parts of an exchange.

mod auth;
#[cfg(feature = "blocking")]
mod blocking;
mod builder;
mod default_headers;
mod exchange;
mod executed;
mod guid;
mod handle;
mod inner;
#[cfg(feature = "batch")]
mod item;
mod monitor_hosts;
mod pending;
mod redirect;
mod request_name;
mod resume;
mod retry;
mod sending;
mod telemetry;

pub use auth::{AccessToken, TokenError, TokenProvider, TokenRequest};
pub use builder::ClientBuilder;
pub(crate) use executed::Executed;
pub use handle::Client;
#[cfg(feature = "batch")]
pub(crate) use item::{Answered, Item, Verdict};
pub use sending::Sending;
