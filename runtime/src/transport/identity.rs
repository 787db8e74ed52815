//! Certificates as the application gives them, and the errors about them.

use super::redacted::Redacted;
use crate::error::Error;

/// A certificate of the client with those that issued it, and its private key.
#[derive(Debug, Clone)]
pub(super) struct Identity {
    pub(super) certificates: Vec<u8>,
    pub(super) key: Redacted<Vec<u8>>,
}

impl Identity {
    pub(super) fn new(certificates: Vec<u8>, key: Vec<u8>) -> Self {
        let key = Redacted(key);
        Self { certificates, key }
    }
}

/// Returns whether the data has the form of PEM.
pub(super) fn is_pem(data: &[u8]) -> bool {
    data.windows(b"-----BEGIN".len())
        .any(|text| text == b"-----BEGIN")
}

#[cold]
pub(super) fn invalid_root() -> Error {
    Error::configuration(
        "`add_root_certificate` was called with something other than a certificate in DER or certificates in PEM",
    )
}

#[cold]
pub(super) fn invalid_certificate() -> Error {
    Error::configuration(
        "`client_certificate` was called with something other than a certificate in DER or certificates in PEM",
    )
}

/// The message does not say what was found: it is a secret.
#[cold]
pub(super) fn invalid_key() -> Error {
    Error::configuration(
        "`client_certificate` was called with something other than a private key in PKCS#8, in PEM or DER: an encrypted one must be \
         decrypted first",
    )
}
