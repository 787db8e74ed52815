//! Access tokens: where they come from, how long they are cached, and how a claims challenge is answered.

mod authorization;
#[cfg(feature = "azure-identity")]
mod azure;
mod cache;
mod credential;
mod failure;
mod header;
mod state;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests;
mod token;

pub(super) use authorization::Authorization;
pub(super) use credential::Credential;
pub use token::{AccessToken, TokenError, TokenProvider, TokenRequest};
