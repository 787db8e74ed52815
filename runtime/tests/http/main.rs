//! Tests of the client over a real socket, with its default transport: `reqwest`, or `hyper` if that is the only one.

#![cfg(any(feature = "hyper", feature = "reqwest"))]
// With `rustls-no-provider` alone, a crypto provider would have to be installed first.
#![cfg(any(
    feature = "rustls",
    feature = "rustls-ring",
    feature = "hyper-rustls",
    feature = "hyper-rustls-ring",
    feature = "native-tls",
    not(feature = "rustls-no-provider")
))]
#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

#[path = "../common/mod.rs"]
mod common;

mod answers;
#[cfg(any(
    feature = "rustls",
    feature = "rustls-ring",
    feature = "native-tls",
    all(
        not(feature = "reqwest"),
        any(feature = "hyper-rustls", feature = "hyper-rustls-ring")
    )
))]
mod certificates;
mod challenge;
mod compression;
#[cfg(any(
    feature = "rustls",
    feature = "rustls-ring",
    feature = "native-tls",
    all(
        not(feature = "reqwest"),
        any(feature = "hyper-rustls", feature = "hyper-rustls-ring")
    )
))]
mod fail_closed;
mod faults;
mod identity;
mod links;
mod origins;
mod permanent;
#[cfg(any(
    feature = "rustls",
    feature = "rustls-ring",
    feature = "native-tls",
    all(
        not(feature = "reqwest"),
        any(feature = "hyper-rustls", feature = "hyper-rustls-ring")
    )
))]
mod proxies;
#[cfg(any(
    feature = "rustls",
    feature = "rustls-ring",
    feature = "native-tls",
    all(
        not(feature = "reqwest"),
        any(feature = "hyper-rustls", feature = "hyper-rustls-ring")
    )
))]
mod proxy;
#[cfg(any(
    feature = "rustls",
    feature = "rustls-ring",
    feature = "native-tls",
    all(
        not(feature = "reqwest"),
        any(feature = "hyper-rustls", feature = "hyper-rustls-ring")
    )
))]
mod secure_server;
mod server;
mod streams;
mod token;
