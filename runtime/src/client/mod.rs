//! The client, which sends requests: access tokens, redirects, retries, and the answer.
//!
//! From the outside to the inside, each file uses only those after it:
//!
//! - `sending`: the futures of answers, and the methods of [`Client`] that return them. Flows use `Client::execute`.
//! - `builder`: creates a client.
//! - `handle`: the client itself, a handle on what all its clones share.
//! - `exchange`: one request, from its headers to an answer of status 2xx or an error.
//! - `inner`: what the clones of a client share.
//! - `redirect`, `auth`, `retry`, `telemetry`: the parts of an exchange.

mod auth;
mod builder;
mod exchange;
mod executed;
mod guid;
mod handle;
mod inner;
mod pending;
mod redirect;
mod request_name;
mod retry;
mod sending;
mod telemetry;

pub use auth::{AccessToken, TokenError, TokenProvider, TokenRequest};
pub use builder::ClientBuilder;
pub use handle::Client;
pub use sending::Sending;
