//! Errors of transports as errors of the crate.

use std::io;

use super::chain::{io_errors, is_of_kind, is_timeout};
#[cfg(any(feature = "reqwest", feature = "hyper"))]
use super::failure::Failure;
use super::interface::TransportError;
use super::reason::Reason;
use crate::error::{Error, ErrorKind, Retryable};

/// Converts the error of [`Transport::prepare`].
pub(crate) fn prepare_error(error: TransportError) -> Error {
    match own_error(error) {
        Ok(error) => error,
        Err(error) => Error::configuration("the transport cannot be set up").with_source(error),
    }
}

/// Converts the error of [`Transport::send`].
pub(crate) fn send_error(error: TransportError) -> Error {
    let error = match own_error(error) {
        Ok(error) => return error,
        Err(error) => error,
    };
    let kind = if is_timeout(&*error) {
        ErrorKind::Timeout
    } else {
        ErrorKind::Transport
    };
    let reason = Reason::of(&*error);
    let retryable = if reason.is_some() {
        Retryable::Never
    } else if is_of_kind(&*error, io::ErrorKind::ConnectionRefused) {
        Retryable::Always
    } else if io_errors(&*error).next().is_some() {
        Retryable::IfIdempotent
    } else {
        Retryable::Never
    };
    Error::new(kind, reason.map_or("no answer arrived", Reason::message))
        .with_retryable(retryable)
        .with_source(error)
}

/// Converts the error with which a body breaks off that is a stream.
pub(crate) fn content_error(error: TransportError) -> Error {
    let (kind, message) = if is_timeout(&*error) {
        let message = "the content broke off: the next part of it did not arrive in time";
        (ErrorKind::Timeout, message)
    } else {
        (ErrorKind::Transport, "the content broke off")
    };
    Error::new(kind, message)
        .with_retryable(Retryable::IfIdempotent)
        .with_source(error)
}

/// Converts the error of a transport of this crate.
#[cfg(any(feature = "reqwest", feature = "hyper"))]
fn own_error(error: TransportError) -> Result<Error, TransportError> {
    let failure = error.downcast::<Failure>()?;
    Ok(failure.into_error())
}

#[cfg(not(any(feature = "reqwest", feature = "hyper")))]
const fn own_error(error: TransportError) -> Result<Error, TransportError> {
    Err(error)
}

#[cfg(test)]
mod tests {
    use std::error::Error as _;

    use super::*;

    #[test]
    fn an_io_timeout_of_a_foreign_transport_is_a_timeout() {
        let error = send_error(io::Error::from(io::ErrorKind::TimedOut).into());
        assert_eq!(error.kind(), ErrorKind::Timeout);
    }

    #[test]
    fn any_other_error_of_a_foreign_transport_is_kept_as_the_source() {
        let error = send_error("the cable is cut".into());
        assert_eq!(error.kind(), ErrorKind::Transport);
        assert_eq!(error.to_string(), "no answer arrived");
        assert_eq!(source(&error).as_deref(), Some("the cable is cut"));
    }

    #[test]
    fn the_reason_of_a_foreign_transport_is_named() {
        let inner = "invalid peer certificate: UnknownIssuer";
        let error = send_error(io::Error::new(io::ErrorKind::InvalidData, inner).into());
        assert_eq!(error.kind(), ErrorKind::Transport);
        assert_eq!(error.message(), Reason::UntrustedCertificate.message());
    }

    #[test]
    fn a_foreign_transport_that_cannot_be_set_up_is_a_configuration_error() {
        let error = prepare_error("there is no cable".into());
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert_eq!(error.to_string(), "the transport cannot be set up");
        assert_eq!(source(&error).as_deref(), Some("there is no cable"));
    }

    fn source(error: &Error) -> Option<String> {
        error.source().map(ToString::to_string)
    }
}
