//! TLS by rustls, in a configuration of this crate: nothing is installed for the process.

use std::sync::Arc;

use rustls::crypto::CryptoProvider;
use rustls::{ClientConfig, ConfigBuilder, WantsVerifier};
use rustls_platform_verifier::BuilderVerifierExt;

use crate::error::Error;

/// Returns a configuration that trusts the certificates of the system, which it loads.
pub(super) fn config() -> Result<ClientConfig, Error> {
    let builder = builder()?.with_platform_verifier().map_err(setup_error)?;
    Ok(builder.with_no_client_auth())
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
