use std::sync::Arc;

use rustls::crypto::CryptoProvider;
use rustls::pki_types::CertificateDer;
use rustls::{ClientConfig, ConfigBuilder, WantsVerifier};
use rustls_platform_verifier::Verifier;

use super::certificates::{Certificates, ClientIdentity};
use crate::error::Error;

/// Returns a configuration that trusts the certificates of the system, which it loads, and the given ones.
pub(in crate::transport) fn config(certificates: &Certificates) -> Result<ClientConfig, Error> {
    let builder = builder()?;
    let provider = Arc::clone(builder.crypto_provider());
    let verifier = verifier(&certificates.roots, provider).map_err(setup_error)?;
    let config = builder
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(verifier));
    match &certificates.identity {
        None => Ok(config.with_no_client_auth()),
        Some(ClientIdentity { certificates, key }) => config
            .with_client_auth_cert(certificates.clone(), key.0.clone_key())
            .map_err(identity_error),
    }
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

/// Returns a builder of configurations, with the provider.
pub(in crate::transport) fn builder() -> Result<ConfigBuilder<ClientConfig, WantsVerifier>, Error> {
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

fn identity_error(error: rustls::Error) -> Error {
    let message = "the certificate and the key of `client_certificate` do not belong together, or rustls does not support them";
    Error::configuration(message).with_source(error)
}
