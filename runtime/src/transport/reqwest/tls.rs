//! The TLS backend of `reqwest`: `native-tls`, rustls, or none.

pub(super) use backend::{IS_AVAILABLE, with_certificates, without_certificates};

#[cfg(feature = "native-tls")]
mod backend {
    use reqwest::ClientBuilder;

    use crate::error::Error;

    pub(in super::super) const IS_AVAILABLE: bool = true;

    /// Sets up TLS with the certificates of the system.
    #[allow(clippy::unnecessary_wraps, reason = "with rustls it can fail")]
    pub(in super::super) fn with_certificates(
        builder: ClientBuilder,
    ) -> Result<ClientBuilder, Error> {
        Ok(builder)
    }

    /// Leaves out the certificates of the system, for a client that never uses TLS. OpenSSL still reads its default certificate file.
    #[allow(clippy::unnecessary_wraps, reason = "with rustls it can fail")]
    pub(in super::super) fn without_certificates(
        builder: ClientBuilder,
    ) -> Result<ClientBuilder, Error> {
        Ok(builder.tls_certs_only([]))
    }
}

#[cfg(all(
    any(
        feature = "rustls",
        feature = "rustls-ring",
        feature = "rustls-no-provider"
    ),
    not(feature = "native-tls")
))]
mod backend {
    use reqwest::ClientBuilder;
    use rustls::RootCertStore;
    use rustls::client::Resumption;

    use crate::error::Error;
    use crate::transport::tls;

    pub(in super::super) const IS_AVAILABLE: bool = true;

    /// Sets up TLS with the certificates of the system.
    pub(in super::super) fn with_certificates(
        builder: ClientBuilder,
    ) -> Result<ClientBuilder, Error> {
        let mut config = tls::config()?;
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
}

/// TLS is not available, even if another crate has enabled it in `reqwest`: no feature of this crate has chosen it.
#[cfg(not(any(
    feature = "native-tls",
    feature = "rustls",
    feature = "rustls-ring",
    feature = "rustls-no-provider"
)))]
mod backend {
    use reqwest::ClientBuilder;

    use crate::error::Error;

    pub(in super::super) const IS_AVAILABLE: bool = false;

    #[allow(clippy::unnecessary_wraps, reason = "with rustls it can fail")]
    pub(in super::super) fn with_certificates(
        builder: ClientBuilder,
    ) -> Result<ClientBuilder, Error> {
        Ok(builder)
    }

    #[allow(clippy::unnecessary_wraps, reason = "with rustls it can fail")]
    pub(in super::super) fn without_certificates(
        builder: ClientBuilder,
    ) -> Result<ClientBuilder, Error> {
        Ok(builder)
    }
}
