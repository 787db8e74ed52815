//! Reasons of failures that will not pass by themselves.

use std::error::Error as StdError;

use super::chain::chain;

/// A reason why a connection fails until somebody changes the configuration of the client, the network or the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason {
    UntrustedCertificate,
    ExpiredCertificate,
    CertificateOfAnotherHost,
    InvalidCertificate,
    ClientCertificateRequired,
    TlsVersion,
    TlsRefused,
    NoTls,
    ProxyAuthentication,
    TooManyHeaders,
}

impl Reason {
    /// Finds the reason of an error in its chain of sources.
    pub(super) fn of(error: &(dyn StdError + 'static)) -> Option<Self> {
        // An error whose text repeats that of its source says less than the type of the source.
        let typed = chain(error).find_map(of_rustls);
        typed.or_else(|| chain(error).find_map(|error| of_text(&error.to_string())))
    }

    /// Returns a message in one line, which says what to do.
    pub(super) const fn message(self) -> &'static str {
        match self {
            Self::UntrustedCertificate => {
                "the certificate of the service is not trusted by this machine: if its issuer is known to you, such as the proxy of your \
                 network, add the certificate of the issuer to those of the system, or to the transport by `add_root_certificate`"
            }
            Self::ExpiredCertificate => {
                "the certificate of the service is expired or not valid yet: check the clock of this machine"
            }
            Self::CertificateOfAnotherHost => {
                "the certificate of the service is for another host: check the base URL, and the proxy if there is one"
            }
            Self::InvalidCertificate => {
                "the certificate of the service is not valid: its source says why, and only the service can replace it"
            }
            Self::ClientCertificateRequired => {
                "the service requires a certificate of the client that it trusts: set one by `client_certificate` of the transport"
            }
            Self::TlsVersion => {
                "the service supports no version of TLS that this client supports: TLS 1.2 or 1.3 is required"
            }
            Self::TlsRefused => {
                "the service refuses the TLS handshake: it may require another version of TLS, or a certificate of the client"
            }
            Self::NoTls => {
                "the service does not speak TLS: check the scheme and the port of the base URL, and the proxy if there is one"
            }
            Self::ProxyAuthentication => {
                "the proxy requires a user name and a password (407): add valid ones to its URL, as in \
                 `http://user:password@proxy.example:8080`"
            }
            Self::TooManyHeaders => {
                "the headers of the answer are more or larger than the HTTP client accepts: ask the operator of the service or of the proxy"
            }
        }
    }
}

#[cfg(feature = "__rustls")]
fn of_rustls(error: &(dyn StdError + 'static)) -> Option<Reason> {
    use rustls::{AlertDescription as Alert, CertificateError as Certificate, Error};

    Some(match error.downcast_ref::<Error>()? {
        Error::InvalidCertificate(Certificate::UnknownIssuer) => Reason::UntrustedCertificate,
        Error::InvalidCertificate(
            Certificate::Expired
            | Certificate::ExpiredContext { .. }
            | Certificate::NotValidYet
            | Certificate::NotValidYetContext { .. },
        ) => Reason::ExpiredCertificate,
        Error::InvalidCertificate(
            Certificate::NotValidForName | Certificate::NotValidForNameContext { .. },
        )
        | Error::AlertReceived(Alert::UnrecognisedName) => Reason::CertificateOfAnotherHost,
        Error::InvalidCertificate(_) => Reason::InvalidCertificate,
        Error::PeerIncompatible(_) | Error::AlertReceived(Alert::ProtocolVersion) => {
            Reason::TlsVersion
        }
        Error::AlertReceived(
            Alert::CertificateRequired
            | Alert::NoCertificate
            | Alert::BadCertificate
            | Alert::UnsupportedCertificate
            | Alert::CertificateUnknown
            | Alert::CertificateExpired
            | Alert::CertificateRevoked
            | Alert::UnknownCA
            | Alert::AccessDenied,
        ) => Reason::ClientCertificateRequired,
        Error::AlertReceived(
            Alert::HandshakeFailure | Alert::InsufficientSecurity | Alert::DecryptError,
        ) => Reason::TlsRefused,
        Error::InvalidMessage(_) => Reason::NoTls,
        _ => return None,
    })
}

#[cfg(not(feature = "__rustls"))]
fn of_rustls(_: &(dyn StdError + 'static)) -> Option<Reason> {
    None
}

/// The texts of errors whose types are not public, or not of a dependency of this crate: those of `hyper`, of OpenSSL, and of rustls in
/// the transport of an application. More specific ones come first.
const TEXTS: [(&str, Reason); 25] = [
    (
        "tunnel error: proxy authorization required",
        Reason::ProxyAuthentication,
    ),
    (
        "tunnel error: proxy response headers too long",
        Reason::TooManyHeaders,
    ),
    ("message head is too large", Reason::TooManyHeaders),
    ("certificate has expired", Reason::ExpiredCertificate),
    ("certificate is not yet valid", Reason::ExpiredCertificate),
    ("hostname mismatch", Reason::CertificateOfAnotherHost),
    ("IP address mismatch", Reason::CertificateOfAnotherHost),
    ("certificate verify failed", Reason::UntrustedCertificate),
    (
        "invalid peer certificate: UnknownIssuer",
        Reason::UntrustedCertificate,
    ),
    ("invalid peer certificate", Reason::InvalidCertificate),
    (
        "received fatal alert: CertificateRequired",
        Reason::ClientCertificateRequired,
    ),
    (
        "received fatal alert: BadCertificate",
        Reason::ClientCertificateRequired,
    ),
    (
        "received fatal alert: UnknownCA",
        Reason::ClientCertificateRequired,
    ),
    // Required, expired, revoked or unknown.
    ("alert certificate ", Reason::ClientCertificateRequired),
    ("alert bad certificate", Reason::ClientCertificateRequired),
    (
        "alert unsupported certificate",
        Reason::ClientCertificateRequired,
    ),
    ("alert unknown ca", Reason::ClientCertificateRequired),
    ("alert access denied", Reason::ClientCertificateRequired),
    ("received fatal alert: ProtocolVersion", Reason::TlsVersion),
    ("alert protocol version", Reason::TlsVersion),
    ("unsupported protocol", Reason::TlsVersion),
    ("alert handshake failure", Reason::TlsRefused),
    ("alert decrypt error", Reason::TlsRefused),
    ("alert insufficient security", Reason::TlsRefused),
    ("wrong version number", Reason::NoTls),
];

fn of_text(text: &str) -> Option<Reason> {
    let found = TEXTS.iter().find(|(known, _)| text.contains(known));
    found.map(|(_, reason)| *reason)
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::*;

    #[test]
    fn a_reason_is_found_in_the_error_that_an_io_error_wraps() {
        let inner = "invalid peer certificate: UnknownIssuer";
        let error = io::Error::other(io::Error::new(io::ErrorKind::InvalidData, inner));
        assert_eq!(Reason::of(&error), Some(Reason::UntrustedCertificate));
    }

    #[test]
    fn the_reasons_of_openssl_are_found() {
        let failed = "error:0A000086:SSL routines:tls_post_process_server_certificate:certificate verify failed:s.c:1890:";
        for (text, reason) in [
            (
                format!("{failed} (unable to get local issuer certificate)"),
                Reason::UntrustedCertificate,
            ),
            (
                format!("{failed} (self-signed certificate)"),
                Reason::UntrustedCertificate,
            ),
            (
                format!("{failed} (certificate has expired)"),
                Reason::ExpiredCertificate,
            ),
            (
                format!("{failed} (hostname mismatch)"),
                Reason::CertificateOfAnotherHost,
            ),
            (
                "error:0A00010B:SSL routines:ssl3_get_record:wrong version number:".to_owned(),
                Reason::NoTls,
            ),
            (
                "error:0A000418:SSL routines:ssl3_read_bytes:tlsv1 alert unknown ca:".to_owned(),
                Reason::ClientCertificateRequired,
            ),
            (
                "error:0A00045C:SSL routines:ssl3_read_bytes:tlsv13 alert certificate required:"
                    .to_owned(),
                Reason::ClientCertificateRequired,
            ),
            (
                "error:0A00042E:SSL routines:ssl3_read_bytes:tlsv1 alert protocol version:"
                    .to_owned(),
                Reason::TlsVersion,
            ),
        ] {
            assert_eq!(
                Reason::of(&io::Error::other(text.clone())),
                Some(reason),
                "{text}"
            );
        }
    }

    #[test]
    fn a_failure_that_may_pass_has_none() {
        for kind in [
            io::ErrorKind::ConnectionReset,
            io::ErrorKind::UnexpectedEof,
            io::ErrorKind::TimedOut,
        ] {
            assert_eq!(Reason::of(&io::Error::from(kind)), None);
        }
    }
}
