mod builder;
mod connect;
#[cfg(any(feature = "hyper-rustls", feature = "hyper-rustls-ring"))]
mod dialer;
#[cfg(any(feature = "hyper-rustls", feature = "hyper-rustls-ring"))]
mod proxy;
#[cfg(all(
    feature = "socks",
    any(feature = "hyper-rustls", feature = "hyper-rustls-ring")
))]
mod socks;
#[cfg(any(feature = "hyper-rustls", feature = "hyper-rustls-ring"))]
mod tls;
#[cfg(not(any(feature = "hyper-rustls", feature = "hyper-rustls-ring")))]
#[path = "no_tls.rs"]
mod tls;
mod transport;

pub use builder::HyperTransportBuilder;
pub use transport::HyperTransport;
