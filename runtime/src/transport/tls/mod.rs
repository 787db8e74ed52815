//! TLS by rustls, in a configuration of this crate: nothing is installed for the process.

mod certificates;
mod config;

pub(super) use certificates::Certificates;
#[cfg(all(
    any(
        feature = "rustls",
        feature = "rustls-ring",
        feature = "rustls-no-provider"
    ),
    not(feature = "native-tls")
))]
pub(super) use config::builder;
pub(super) use config::config;
