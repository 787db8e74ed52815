//! Credentials of `azure_core`, and a real one of `azure_identity` whose identity platform is on loopback.

mod client_secret;
mod graph;
mod identity;
mod trait_object;
