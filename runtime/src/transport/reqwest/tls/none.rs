//! No TLS, even if another crate has enabled it in `reqwest`: no feature of this crate has chosen it.

use reqwest::ClientBuilder;

use crate::error::Error;
use crate::transport::identity::Identity;

pub(in super::super) const IS_AVAILABLE: bool = false;

pub(in super::super) struct Certificates;

impl Certificates {
    #[allow(
        clippy::unnecessary_wraps,
        reason = "with TLS, a certificate can be invalid"
    )]
    pub(in super::super) const fn parse(
        _: &[Vec<u8>],
        _: Option<&Identity>,
    ) -> Result<Self, Error> {
        Ok(Self)
    }
}

#[allow(clippy::unnecessary_wraps, reason = "with rustls it can fail")]
pub(in super::super) fn with_certificates(
    builder: ClientBuilder,
    _: &Certificates,
) -> Result<ClientBuilder, Error> {
    Ok(builder)
}

#[allow(clippy::unnecessary_wraps, reason = "with rustls it can fail")]
pub(in super::super) fn without_certificates(
    builder: ClientBuilder,
) -> Result<ClientBuilder, Error> {
    Ok(builder)
}
