//! The TLS backend of `reqwest`: `native-tls`, rustls, or none.

#[cfg(feature = "native-tls")]
mod native;
#[cfg(not(any(
    feature = "native-tls",
    feature = "rustls",
    feature = "rustls-ring",
    feature = "rustls-no-provider"
)))]
mod none;
#[cfg(all(
    any(
        feature = "rustls",
        feature = "rustls-ring",
        feature = "rustls-no-provider"
    ),
    not(feature = "native-tls")
))]
mod rustls;

#[cfg(feature = "native-tls")]
use native as backend;
#[cfg(not(any(
    feature = "native-tls",
    feature = "rustls",
    feature = "rustls-ring",
    feature = "rustls-no-provider"
)))]
use none as backend;
#[cfg(all(
    any(
        feature = "rustls",
        feature = "rustls-ring",
        feature = "rustls-no-provider"
    ),
    not(feature = "native-tls")
))]
use rustls as backend;

pub(super) use backend::{Certificates, IS_AVAILABLE, with_certificates, without_certificates};
