use std::error::Error as StdError;
use std::fmt;

use http::StatusCode;

use super::TransportError;
use crate::{Error, ErrorKind};

/// Why no answer arrived.
#[derive(Debug)]
pub(crate) enum Failure {
    /// This build cannot do `https`.
    NoTls,
    /// The request goes nowhere that there is.
    #[cfg_attr(
        not(feature = "reqwest"),
        allow(dead_code, reason = "the other client says so itself")
    )]
    NoUrl,
    /// There is no connection: nothing was sent.
    Unreachable(TransportError),
    /// The time was up.
    TimedOut(TransportError),
    /// There was a connection, and no answer over it.
    Unanswered(TransportError),
    /// The answer began and did not end.
    BrokenOff(TransportError, StatusCode),
    /// The answer is larger than allowed.
    TooLarge { status: StatusCode, limit: usize },
}

impl Failure {
    /// The error of the request, in the words of the failure, over the source of the failure.
    pub(crate) fn into_error(self) -> Error {
        let kind = match self {
            Self::TimedOut(_) => ErrorKind::Timeout,
            _ => ErrorKind::Transport,
        };
        let error = Error::new(kind, self.to_string());
        match self {
            Self::NoTls | Self::NoUrl | Self::TooLarge { .. } => error,
            Self::Unreachable(source)
            | Self::TimedOut(source)
            | Self::Unanswered(source)
            | Self::BrokenOff(source, _) => error.with_source(source),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoTls => f.write_str(
                "this build cannot do `https`: enable the feature `rustls`, `rustls-no-provider` or `native-tls` of `graph-resource`",
            ),
            Self::NoUrl => f.write_str("the request has no URL that a request can be sent to"),
            Self::Unreachable(_) => f.write_str("the service cannot be reached"),
            Self::TimedOut(_) => f.write_str("no complete answer arrived in time"),
            Self::Unanswered(_) => f.write_str("no answer arrived"),
            Self::BrokenOff(_, status) => write!(f, "the answer, of status {}, broke off", status.as_str()),
            Self::TooLarge { status, limit } => {
                write!(f, "the answer, of status {}, is larger than the limit of {limit} bytes", status.as_str())
            }
        }
    }
}

impl StdError for Failure {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::NoTls | Self::NoUrl | Self::TooLarge { .. } => None,
            Self::Unreachable(source)
            | Self::TimedOut(source)
            | Self::Unanswered(source)
            | Self::BrokenOff(source, _) => Some(&**source),
        }
    }
}
