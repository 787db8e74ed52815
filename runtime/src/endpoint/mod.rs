//! The service that requests go to: its cloud, its base URL and version, and the origin that links must not leave.

mod base_url;
mod cloud;
pub(crate) mod context;
pub(crate) mod origin;
mod service_root;
mod version;

#[cfg(any(
    feature = "reqwest",
    feature = "hyper-rustls",
    feature = "hyper-rustls-ring"
))]
pub(crate) use base_url::has_valid_port;
pub(crate) use base_url::is_loopback;
pub use cloud::Cloud;
pub use service_root::Endpoint;
pub use version::ApiVersion;
