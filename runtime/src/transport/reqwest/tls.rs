//! The TLS backend of `reqwest`: `native-tls`, rustls, or none.

pub(super) use backend::{
    IS_AVAILABLE, Root, parse_roots, with_certificates, without_certificates,
};

#[cfg(feature = "native-tls")]
mod backend {
    use reqwest::{Certificate, ClientBuilder};

    use crate::error::Error;

    pub(in super::super) const IS_AVAILABLE: bool = true;

    pub(in super::super) type Root = Certificate;

    /// Parses root certificates: one in DER, or any number in PEM.
    pub(in super::super) fn parse_roots(certificates: &[Vec<u8>]) -> Result<Vec<Root>, Error> {
        let mut roots = Vec::new();
        for certificate in certificates {
            let parsed = match Certificate::from_pem_bundle(certificate) {
                Ok(parsed) if !parsed.is_empty() => Ok(parsed),
                _ => Certificate::from_der(certificate).map(|parsed| vec![parsed]),
            };
            roots.extend(parsed.map_err(|error| {
                let message = "`add_root_certificate` was called with something other than a certificate in DER or certificates in PEM";
                Error::configuration(message).with_source(error)
            })?);
        }
        Ok(roots)
    }

    /// Sets up TLS with the certificates of the system and `roots`.
    #[allow(clippy::unnecessary_wraps, reason = "with rustls it can fail")]
    pub(in super::super) fn with_certificates(
        builder: ClientBuilder,
        roots: &[Root],
    ) -> Result<ClientBuilder, Error> {
        Ok(builder.tls_certs_merge(roots.iter().cloned()))
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
    use rustls::pki_types::CertificateDer;

    use crate::error::Error;
    use crate::transport::tls;
    pub(in super::super) use crate::transport::tls::parse_roots;

    pub(in super::super) const IS_AVAILABLE: bool = true;

    pub(in super::super) type Root = CertificateDer<'static>;

    /// Sets up TLS with the certificates of the system and `roots`.
    pub(in super::super) fn with_certificates(
        builder: ClientBuilder,
        roots: &[Root],
    ) -> Result<ClientBuilder, Error> {
        let mut config = tls::config(roots)?;
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

    pub(in super::super) type Root = std::convert::Infallible;

    #[allow(
        clippy::unnecessary_wraps,
        reason = "with TLS, a certificate can be invalid"
    )]
    pub(in super::super) const fn parse_roots(_: &[Vec<u8>]) -> Result<Vec<Root>, Error> {
        Ok(Vec::new())
    }

    #[allow(clippy::unnecessary_wraps, reason = "with rustls it can fail")]
    pub(in super::super) fn with_certificates(
        builder: ClientBuilder,
        _: &[Root],
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
