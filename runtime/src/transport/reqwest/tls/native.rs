use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use reqwest::{Certificate, ClientBuilder};

use crate::error::Error;
use crate::transport::identity::{
    Identity, invalid_certificate, invalid_key, invalid_root, is_pem,
};
use crate::transport::redacted::Redacted;

pub(in super::super) const IS_AVAILABLE: bool = true;

/// The certificates besides those of the system.
pub(in super::super) struct Certificates {
    roots: Vec<Certificate>,
    identity: Option<reqwest::Identity>,
}

impl Certificates {
    /// Parses root certificates, each one in DER or any number in PEM, and the certificate of the client.
    pub(in super::super) fn parse(
        roots: &[Vec<u8>],
        identity: Option<&Identity>,
    ) -> Result<Self, Error> {
        let roots: Vec<_> = roots
            .iter()
            .map(|root| parse_root(root))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            roots: roots.concat(),
            identity: identity.map(parse_identity).transpose()?,
        })
    }
}

/// Sets up TLS with the certificates of the system and the given ones.
#[allow(clippy::unnecessary_wraps, reason = "with rustls it can fail")]
pub(in super::super) fn with_certificates(
    builder: ClientBuilder,
    certificates: &Certificates,
) -> Result<ClientBuilder, Error> {
    let builder = builder.tls_certs_merge(certificates.roots.iter().cloned());
    Ok(match &certificates.identity {
        Some(identity) => builder.identity(identity.clone()),
        None => builder,
    })
}

/// Leaves out the certificates of the system, for a client that never uses TLS. OpenSSL still reads its default certificate file.
#[allow(clippy::unnecessary_wraps, reason = "with rustls it can fail")]
pub(in super::super) fn without_certificates(
    builder: ClientBuilder,
) -> Result<ClientBuilder, Error> {
    Ok(builder.tls_certs_only([]))
}

fn parse_root(root: &[u8]) -> Result<Vec<Certificate>, Error> {
    let parsed = match Certificate::from_pem_bundle(root) {
        Ok(parsed) if !parsed.is_empty() => Ok(parsed),
        _ => Certificate::from_der(root).map(|parsed| vec![parsed]),
    };
    parsed.map_err(|error| invalid_root().with_source(error))
}

fn parse_identity(identity: &Identity) -> Result<reqwest::Identity, Error> {
    let Redacted(key) = &identity.key;
    let certificates =
        to_pem("CERTIFICATE", &identity.certificates).ok_or_else(invalid_certificate)?;
    let key = to_pem("PRIVATE KEY", key).ok_or_else(invalid_key)?;
    reqwest::Identity::from_pkcs8_pem(certificates.as_bytes(), key.as_bytes()).map_err(|error| {
        let message =
            "the certificate and the key of `client_certificate` do not belong together, or the library of the system does not support them";
        Error::configuration(message).with_source(error)
    })
}

/// Returns the blocks of PEM with this label, or DER as one.
fn to_pem(label: &str, data: &[u8]) -> Option<String> {
    let (begin, end) = (
        format!("-----BEGIN {label}-----"),
        format!("-----END {label}-----"),
    );
    if !is_pem(data) {
        let text = STANDARD.encode(data);
        let lines = text.as_bytes().chunks(64).map(String::from_utf8_lossy);
        return Some(format!(
            "{begin}\n{}\n{end}\n",
            lines.collect::<Vec<_>>().join("\n")
        ));
    }
    let text = std::str::from_utf8(data).ok()?;
    let mut blocks = String::new();
    for block in text.split(&begin).skip(1) {
        let (block, _) = block.split_once(&end)?;
        blocks.extend([&begin, block, &end, "\n"]);
    }
    (!blocks.is_empty()).then_some(blocks)
}
