use std::error::Error as StdError;
use std::fmt;

use bytes::Bytes;
use http::Response;

use super::TransportError;
use crate::error::{Error, ErrorKind, Retryable};

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
    /// The time was up before an answer began.
    TimedOut(TransportError),
    /// There was a connection, and no answer over it.
    Unanswered(TransportError),
    /// The answer began and did not end. It has what arrived of its body.
    BrokenOff {
        answer: Box<Response<Bytes>>,
        source: TransportError,
        is_late: bool,
    },
    /// The body of the answer cannot be decompressed, and is not kept.
    #[cfg(feature = "reqwest")]
    Garbled {
        answer: Box<Response<Bytes>>,
        source: TransportError,
    },
    /// The answer is larger than allowed. Its body is not kept.
    TooLarge {
        answer: Box<Response<Bytes>>,
        limit: usize,
    },
}

impl Failure {
    pub(crate) fn broken_off(
        answer: Response<Bytes>,
        source: impl Into<TransportError>,
        is_late: bool,
    ) -> Self {
        Self::BrokenOff {
            answer: answer.into(),
            source: source.into(),
            is_late,
        }
    }

    #[cfg(feature = "reqwest")]
    pub(crate) fn garbled(head: Response<()>, source: impl Into<TransportError>) -> Self {
        Self::Garbled {
            answer: head.map(|()| Bytes::new()).into(),
            source: source.into(),
        }
    }

    pub(crate) fn too_large(answer: Response<()>, limit: usize) -> Self {
        let answer = answer.map(|()| Bytes::new()).into();
        Self::TooLarge { answer, limit }
    }

    /// The error of the request, in the words of the failure, over the source of the failure.
    ///
    /// An answer other than 2xx says what it has to by its status and headers, so it is one without the rest of its body, too.
    pub(crate) fn into_error(self) -> Error {
        let words = self.to_string();
        let error = |kind, retryable| Error::new(kind, words).with_retryable(retryable);
        match self {
            Self::NoTls | Self::NoUrl => error(ErrorKind::Transport, Retryable::Never),
            Self::Unreachable(source) => {
                let retryable = if super::is_of_kind(&*source, std::io::ErrorKind::InvalidData) {
                    // What the other side presents is no certificate, or no TLS at all.
                    Retryable::Never
                } else {
                    Retryable::Always
                };
                error(ErrorKind::Transport, retryable).with_source(source)
            }
            Self::TimedOut(source) => {
                error(ErrorKind::Timeout, Retryable::IfIdempotent).with_source(source)
            }
            Self::Unanswered(source) => {
                error(ErrorKind::Transport, Retryable::IfIdempotent).with_source(source)
            }
            Self::BrokenOff { answer, source, .. } if !answer.status().is_success() => {
                Error::service(*answer).with_source(source)
            }
            Self::BrokenOff {
                answer,
                source,
                is_late,
            } => {
                let kind = if is_late {
                    ErrorKind::Timeout
                } else {
                    ErrorKind::Transport
                };
                let error = error(kind, Retryable::IfIdempotent);
                error.with_answer(*answer).with_source(source)
            }
            #[cfg(feature = "reqwest")]
            Self::Garbled { answer, source } if !answer.status().is_success() => {
                Error::service(*answer).with_source(source)
            }
            #[cfg(feature = "reqwest")]
            Self::Garbled { answer, source } => {
                let error = error(ErrorKind::UnexpectedAnswer, Retryable::Never);
                error.with_answer(*answer).with_source(source)
            }
            Self::TooLarge { answer, .. } if !answer.status().is_success() => {
                Error::service(*answer)
            }
            Self::TooLarge { answer, .. } => {
                error(ErrorKind::Transport, Retryable::Never).with_answer(*answer)
            }
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
            Self::TimedOut(_) | Self::BrokenOff { is_late: true, .. } => {
                f.write_str("no complete answer arrived in time")
            }
            Self::Unanswered(_) => f.write_str("no answer arrived"),
            Self::BrokenOff { .. } => f.write_str("the answer broke off"),
            #[cfg(feature = "reqwest")]
            Self::Garbled { .. } => f.write_str("the body of the answer is garbled"),
            Self::TooLarge { limit, .. } => {
                write!(f, "the answer is larger than the limit of {limit} bytes")
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
            | Self::BrokenOff { source, .. } => Some(&**source),
            #[cfg(feature = "reqwest")]
            Self::Garbled { source, .. } => Some(&**source),
        }
    }
}
