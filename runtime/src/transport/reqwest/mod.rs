mod builder;
mod clients;
mod proxy;
mod tls;
mod transport;

pub use builder::ReqwestTransportBuilder;
pub use transport::ReqwestTransport;
