//! Certificates that the application gives, for rustls.

use rustls::RootCertStore;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};

use crate::error::Error;
use crate::transport::identity::{
    Identity, invalid_certificate, invalid_key, invalid_root, is_pem,
};
use crate::transport::redacted::Redacted;

/// The certificates besides those of the system.
pub(in crate::transport) struct Certificates {
    pub(super) roots: Vec<CertificateDer<'static>>,
    pub(super) identity: Option<ClientIdentity>,
}

/// The certificate of the client with those of its issuers, and its key.
pub(super) struct ClientIdentity {
    pub(super) certificates: Vec<CertificateDer<'static>>,
    pub(super) key: Redacted<PrivateKeyDer<'static>>,
}

impl Certificates {
    /// Parses root certificates, each one in DER or any number in PEM, and the certificate of the client.
    pub(in crate::transport) fn parse(
        roots: &[Vec<u8>],
        identity: Option<&Identity>,
    ) -> Result<Self, Error> {
        let roots = roots
            .iter()
            .map(|root| parse_root(root).ok_or_else(invalid_root));
        let roots: Vec<_> = roots.collect::<Result<_, _>>()?;
        Ok(Self {
            roots: roots.concat(),
            identity: identity.map(ClientIdentity::parse).transpose()?,
        })
    }
}

impl ClientIdentity {
    fn parse(identity: &Identity) -> Result<Self, Error> {
        let certificates = parse(&identity.certificates).ok_or_else(invalid_certificate)?;
        let Redacted(key) = &identity.key;
        let key = if is_pem(key) {
            PrivateKeyDer::from_pem_slice(key).ok()
        } else {
            PrivateKeyDer::try_from(key.clone()).ok()
        };
        let key = Redacted(key.ok_or_else(invalid_key)?);
        Ok(Self { certificates, key })
    }
}

fn parse_root(root: &[u8]) -> Option<Vec<CertificateDer<'static>>> {
    let roots = parse(root)?;
    let mut store = RootCertStore::empty();
    let is_valid = roots.iter().all(|root| store.add(root.clone()).is_ok());
    is_valid.then_some(roots)
}

/// Parses at least one certificate.
fn parse(certificates: &[u8]) -> Option<Vec<CertificateDer<'static>>> {
    if !is_pem(certificates) {
        return Some(vec![CertificateDer::from(certificates.to_vec())]);
    }
    let parsed = CertificateDer::pem_slice_iter(certificates);
    let parsed: Vec<_> = parsed.collect::<Result<_, _>>().ok()?;
    (!parsed.is_empty()).then_some(parsed)
}
