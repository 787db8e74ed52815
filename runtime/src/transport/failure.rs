use std::error::Error as StdError;
use std::fmt;

use bytes::Bytes;
use http::Response;

use super::chain::is_of_kind;
use super::interface::TransportError;
use super::reason::Reason;
use crate::error::{Error, ErrorKind, Retryable};

/// The reason why a request got no complete response.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The HTTP client cannot be created.
    Setup(Error),
    /// The request is for `https`, and no feature with TLS is enabled.
    NoTls,
    /// The URL of the request is invalid for the HTTP client.
    #[cfg_attr(
        not(feature = "reqwest"),
        allow(dead_code, reason = "`hyper` takes the URL as it is")
    )]
    InvalidUrl,
    /// The HTTP client would send the request to another path.
    #[cfg(feature = "reqwest")]
    ChangedUrl,
    /// No connection could be made, and nothing was sent.
    Connect(TransportError),
    /// The time limit was reached before a response began.
    Timeout(TransportError),
    /// The connection was lost before a response began.
    NoResponse(TransportError),
    /// The response began and did not end. Its body is the part that arrived.
    Incomplete {
        response: Box<Response<Bytes>>,
        source: TransportError,
        is_timeout: bool,
    },
    /// The body of the response cannot be decompressed, and is not kept.
    #[cfg(feature = "gzip")]
    Decompression {
        response: Box<Response<Bytes>>,
        source: TransportError,
    },
    /// The response is larger than allowed. Its body is not kept.
    TooLarge {
        response: Box<Response<Bytes>>,
        limit: usize,
    },
}

impl Failure {
    pub(super) fn incomplete(
        response: Response<Bytes>,
        source: impl Into<TransportError>,
        is_timeout: bool,
    ) -> Self {
        Self::Incomplete {
            response: response.into(),
            source: source.into(),
            is_timeout,
        }
    }

    #[cfg(feature = "gzip")]
    pub(super) fn decompression(head: Response<()>, source: impl Into<TransportError>) -> Self {
        Self::Decompression {
            response: head.map(|()| Bytes::new()).into(),
            source: source.into(),
        }
    }

    pub(super) fn too_large(head: Response<()>, limit: usize) -> Self {
        let response = head.map(|()| Bytes::new()).into();
        Self::TooLarge { response, limit }
    }

    /// Converts the failure into the error of the request.
    ///
    /// A response other than 2xx is reported by its status and headers, even if its body is missing.
    pub(super) fn into_error(self) -> Error {
        let message = self.to_string();
        let error = |kind, retryable| Error::new(kind, message).with_retryable(retryable);
        match self {
            Self::Setup(error) => error,
            Self::NoTls | Self::InvalidUrl => error(ErrorKind::Transport, Retryable::Never),
            #[cfg(feature = "reqwest")]
            Self::ChangedUrl => error(ErrorKind::Transport, Retryable::Never),
            Self::Connect(source) => {
                let retryable = retryable_without_connection(&source);
                error(ErrorKind::Transport, retryable).with_source(source)
            }
            Self::Timeout(source) => {
                error(ErrorKind::Timeout, Retryable::IfIdempotent).with_source(source)
            }
            Self::NoResponse(source) => {
                let retryable = match Reason::of(&*source) {
                    Some(_) => Retryable::Never,
                    None => Retryable::IfIdempotent,
                };
                error(ErrorKind::Transport, retryable).with_source(source)
            }
            Self::Incomplete {
                response, source, ..
            } if !response.status().is_success() => Error::service(*response).with_source(source),
            Self::Incomplete {
                response,
                source,
                is_timeout,
            } => {
                let kind = if is_timeout {
                    ErrorKind::Timeout
                } else {
                    ErrorKind::Transport
                };
                let error = error(kind, Retryable::IfIdempotent);
                error.with_answer(*response).with_source(source)
            }
            #[cfg(feature = "gzip")]
            Self::Decompression { response, source } if !response.status().is_success() => {
                Error::service(*response).with_source(source)
            }
            #[cfg(feature = "gzip")]
            Self::Decompression { response, source } => {
                let error = error(ErrorKind::UnexpectedAnswer, Retryable::Never);
                error.with_answer(*response).with_source(source)
            }
            Self::TooLarge { response, .. } if !response.status().is_success() => {
                Error::service(*response)
            }
            Self::TooLarge { response, .. } => {
                error(ErrorKind::Transport, Retryable::Never).with_answer(*response)
            }
        }
    }
}

/// A failure with a reason, and any other violation of TLS, will not pass; any other connection may succeed later.
fn retryable_without_connection(source: &TransportError) -> Retryable {
    let is_permanent =
        Reason::of(&**source).is_some() || is_of_kind(&**source, std::io::ErrorKind::InvalidData);
    if is_permanent {
        Retryable::Never
    } else {
        Retryable::Always
    }
}

/// Returns the message of the reason, or else `message`.
fn reason_or(source: &TransportError, message: &'static str) -> &'static str {
    Reason::of(&**source).map_or(message, Reason::message)
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Setup(error) => error.fmt(f),
            Self::NoTls => f.write_str(
                "this build does not support `https`: enable one of the features `rustls`, `rustls-ring`, `rustls-no-provider` and \
                 `native-tls` of `graph-resource`, or for `hyper` one of `hyper-rustls` and `hyper-rustls-ring`",
            ),
            Self::InvalidUrl => f.write_str("the URL of the request is invalid"),
            #[cfg(feature = "reqwest")]
            Self::ChangedUrl => f.write_str(
                "nothing was sent: the path of the URL has a dot segment or a backslash, with which the HTTP client would send it elsewhere",
            ),
            Self::Connect(source) => f.write_str(reason_or(source, "the service cannot be reached")),
            Self::Timeout(_)
            | Self::Incomplete {
                is_timeout: true, ..
            } => f.write_str("no complete answer arrived in time"),
            Self::NoResponse(source) => f.write_str(reason_or(source, "no answer arrived")),
            Self::Incomplete { .. } => f.write_str("the answer broke off"),
            #[cfg(feature = "gzip")]
            Self::Decompression { .. } => f.write_str("the body of the answer is not the gzip that it is said to be"),
            Self::TooLarge { limit, .. } => {
                write!(f, "the answer is larger than the limit of {limit} bytes")
            }
        }
    }
}

impl StdError for Failure {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Setup(error) => error.source(),
            Self::NoTls | Self::InvalidUrl | Self::TooLarge { .. } => None,
            #[cfg(feature = "reqwest")]
            Self::ChangedUrl => None,
            Self::Connect(source)
            | Self::Timeout(source)
            | Self::NoResponse(source)
            | Self::Incomplete { source, .. } => Some(&**source),
            #[cfg(feature = "gzip")]
            Self::Decompression { source, .. } => Some(&**source),
        }
    }
}
