//! TLS by rustls, in a configuration of this crate: nothing is installed for the process.

use std::sync::Arc;

use rustls::crypto::CryptoProvider;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use rustls::{ClientConfig, ConfigBuilder, RootCertStore, WantsVerifier};
use rustls_platform_verifier::Verifier;

use crate::error::Error;

/// Returns a configuration that trusts the certificates of the system, which it loads, and `roots`.
pub(super) fn config(roots: &[CertificateDer<'static>]) -> Result<ClientConfig, Error> {
    let builder = builder()?;
    let provider = Arc::clone(builder.crypto_provider());
    let verifier = verifier(roots, provider).map_err(setup_error)?;
    let config = builder
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(verifier));
    Ok(config.with_no_client_auth())
}

#[cfg(not(target_os = "android"))]
fn verifier(
    roots: &[CertificateDer<'static>],
    provider: Arc<CryptoProvider>,
) -> Result<Verifier, rustls::Error> {
    Verifier::new_with_extra_roots(roots.iter().cloned(), provider)
}

/// Android decides on certificates by itself.
#[cfg(target_os = "android")]
fn verifier(
    roots: &[CertificateDer<'static>],
    provider: Arc<CryptoProvider>,
) -> Result<Verifier, rustls::Error> {
    if roots.is_empty() {
        return Verifier::new(provider);
    }
    let message = "Android supports no root certificates besides those of the system";
    Err(rustls::Error::General(message.to_owned()))
}

/// Parses root certificates: one in DER, or any number in PEM.
pub(super) fn parse_roots(certificates: &[Vec<u8>]) -> Result<Vec<CertificateDer<'static>>, Error> {
    let mut roots = Vec::new();
    for certificate in certificates {
        roots.extend(parse_root(certificate).ok_or_else(invalid_root)?);
    }
    Ok(roots)
}

fn parse_root(certificate: &[u8]) -> Option<Vec<CertificateDer<'static>>> {
    let roots = if is_pem(certificate) {
        CertificateDer::pem_slice_iter(certificate)
            .collect::<Result<Vec<_>, _>>()
            .ok()?
    } else {
        vec![CertificateDer::from(certificate.to_vec())]
    };
    let mut store = RootCertStore::empty();
    let is_valid = !roots.is_empty() && roots.iter().all(|root| store.add(root.clone()).is_ok());
    is_valid.then_some(roots)
}

fn is_pem(certificate: &[u8]) -> bool {
    certificate
        .windows(b"-----BEGIN".len())
        .any(|text| text == b"-----BEGIN")
}

fn invalid_root() -> Error {
    Error::configuration(
        "`add_root_certificate` was called with something other than a certificate in DER or certificates in PEM",
    )
}

/// Returns a builder of configurations, with the provider.
pub(super) fn builder() -> Result<ConfigBuilder<ClientConfig, WantsVerifier>, Error> {
    ClientConfig::builder_with_provider(provider()?)
        .with_safe_default_protocol_versions()
        .map_err(setup_error)
}

/// Returns the provider that the application has installed, or else that of the enabled features.
fn provider() -> Result<Arc<CryptoProvider>, Error> {
    let installed = CryptoProvider::get_default().cloned();
    installed.or_else(bundled_provider).ok_or_else(|| {
        Error::configuration(
            "rustls has no crypto provider: install one before the client is built, for example with \
             `rustls::crypto::ring::default_provider().install_default()`, or enable the feature `rustls` or `rustls-ring`",
        )
    })
}

/// Returns aws-lc also where both providers are enabled, so that enabling ring changes nothing for other users of this crate.
#[cfg(any(feature = "rustls", feature = "hyper-rustls"))]
#[allow(clippy::unnecessary_wraps, reason = "not every feature has a provider")]
fn bundled_provider() -> Option<Arc<CryptoProvider>> {
    Some(rustls::crypto::aws_lc_rs::default_provider().into())
}

#[cfg(all(
    any(feature = "rustls-ring", feature = "hyper-rustls-ring"),
    not(any(feature = "rustls", feature = "hyper-rustls"))
))]
#[allow(clippy::unnecessary_wraps, reason = "not every feature has a provider")]
fn bundled_provider() -> Option<Arc<CryptoProvider>> {
    Some(rustls::crypto::ring::default_provider().into())
}

#[cfg(not(any(
    feature = "rustls",
    feature = "hyper-rustls",
    feature = "rustls-ring",
    feature = "hyper-rustls-ring"
)))]
const fn bundled_provider() -> Option<Arc<CryptoProvider>> {
    None
}

fn setup_error(error: rustls::Error) -> Error {
    Error::configuration("TLS cannot be set up").with_source(error)
}
