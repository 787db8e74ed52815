//! The interface to the HTTP client, and its implementations over `reqwest` and `hyper`.

mod chain;
#[cfg(any(feature = "reqwest", feature = "hyper"))]
mod content_encoding;
mod convert;
#[cfg(any(feature = "reqwest", feature = "hyper"))]
mod failure;
#[cfg(feature = "hyper")]
mod hyper;
#[cfg(any(
    feature = "reqwest",
    feature = "hyper-rustls",
    feature = "hyper-rustls-ring"
))]
#[cfg_attr(
    not(any(feature = "__rustls", feature = "native-tls")),
    allow(dead_code, reason = "without TLS, there are no certificates")
)]
mod identity;
mod interface;
#[cfg(any(feature = "reqwest", feature = "hyper"))]
mod limits;
#[cfg(any(
    feature = "reqwest",
    feature = "hyper-rustls",
    feature = "hyper-rustls-ring"
))]
mod once;
#[cfg(any(feature = "reqwest", feature = "hyper"))]
mod pieces;
#[cfg(any(
    feature = "reqwest",
    feature = "hyper-rustls",
    feature = "hyper-rustls-ring"
))]
mod proxy;
mod reason;
#[cfg(any(
    feature = "reqwest",
    feature = "hyper-rustls",
    feature = "hyper-rustls-ring"
))]
mod redacted;
#[cfg(feature = "reqwest")]
mod reqwest;
#[cfg(any(feature = "reqwest", feature = "hyper"))]
mod scheme;
#[cfg(any(feature = "reqwest", feature = "hyper"))]
mod streams;
#[cfg(any(feature = "reqwest", feature = "hyper"))]
mod time_limit;
#[cfg(any(
    feature = "hyper-rustls",
    feature = "hyper-rustls-ring",
    all(
        any(
            feature = "rustls",
            feature = "rustls-ring",
            feature = "rustls-no-provider"
        ),
        not(feature = "native-tls")
    )
))]
mod tls;

pub(crate) use convert::{content_error, prepare_error, send_error};
#[cfg(feature = "hyper")]
pub use hyper::{HyperTransport, HyperTransportBuilder};
pub use interface::{BoxFuture, Transport, TransportError};
#[cfg(feature = "reqwest")]
pub use reqwest::{ReqwestTransport, ReqwestTransportBuilder};
