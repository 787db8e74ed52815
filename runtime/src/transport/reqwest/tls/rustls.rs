use ::rustls::RootCertStore;
use ::rustls::client::Resumption;
use reqwest::ClientBuilder;

use crate::error::Error;
use crate::transport::tls;
pub(in super::super) use crate::transport::tls::Certificates;

pub(in super::super) const IS_AVAILABLE: bool = true;

/// Sets up TLS with the certificates of the system and the given ones.
pub(in super::super) fn with_certificates(
    builder: ClientBuilder,
    certificates: &Certificates,
) -> Result<ClientBuilder, Error> {
    let mut config = tls::config(certificates)?;
    if cfg!(feature = "http2") {
        config.alpn_protocols.push(b"h2".to_vec());
    }
    config.alpn_protocols.push(b"http/1.1".to_vec());
    Ok(builder.tls_backend_preconfigured(config))
}

/// Leaves out the certificates of the system, for a client that never uses TLS. `reqwest` requires a configuration nevertheless.
pub(in super::super) fn without_certificates(
    builder: ClientBuilder,
) -> Result<ClientBuilder, Error> {
    let config = tls::builder()?.with_root_certificates(RootCertStore::empty());
    let mut config = config.with_no_client_auth();
    config.resumption = Resumption::disabled();
    Ok(builder.tls_backend_preconfigured(config))
}
