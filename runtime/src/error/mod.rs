//! The one error of the crate.

mod graph;
mod service;

use std::error::Error as StdError;
use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode};

pub(crate) use graph::GraphError;

/// What went wrong, from building a request to reading its answer.
///
/// `Display` is one line for a log: status, code, message, method, path template and request id, never a body, a header or
/// an id out of the path.
///
/// ```
/// # use graph_resource::{Error, ErrorKind};
/// fn explain(error: &Error) -> String {
///     match error.kind() {
///         ErrorKind::Service if error.is_not_found() => "there is no such image".to_owned(),
///         ErrorKind::Service => format!("refused: {}", error.message()),
///         ErrorKind::EmptyPatch => "nothing to save".to_owned(),
///         _ => error.to_string(),
///     }
/// }
/// ```
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    message: String,
    method: Option<Method>,
    template: Option<&'static str>,
    answer: Option<Answer>,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

/// What is kept of an HTTP answer that became an error.
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    graph: GraphError,
}

/// The kinds of [`Error`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request cannot be built: a key that cannot stand in a path, a header or a value that cannot be sent. Nothing was sent.
    InvalidRequest,
    /// The patch changes nothing. Nothing was sent; `with_allow_empty` sends it all the same.
    EmptyPatch,
    /// The client was not set up: no transport, or a base URL that is none.
    Configuration,
    /// No token could be had. Nothing was sent.
    Credential,
    /// The request did not reach the service, or its answer did not arrive.
    Transport,
    /// The service answered with a status other than 2xx.
    Service,
    /// The service answered 2xx, with something other than what was asked for. What was asked may have been done.
    UnexpectedAnswer,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self(Box::new(Inner {
            kind,
            message: message.into(),
            method: None,
            template: None,
            answer: None,
            source: None,
        }))
    }

    pub(crate) fn configuration(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Configuration, message)
    }

    pub(crate) fn with_source(
        mut self,
        source: impl Into<Box<dyn StdError + Send + Sync>>,
    ) -> Self {
        self.0.source = Some(source.into());
        self
    }

    /// Names the request that failed.
    pub(crate) fn with_request(mut self, method: &Method, template: &'static str) -> Self {
        self.0.method = Some(method.clone());
        self.0.template = Some(template);
        self
    }

    /// Keeps the answer that could not be used.
    pub(crate) fn with_answer(
        mut self,
        response: http::Response<Bytes>,
        graph: GraphError,
    ) -> Self {
        let (parts, body) = response.into_parts();
        self.0.answer = Some(Answer {
            status: parts.status,
            headers: parts.headers,
            body,
            graph,
        });
        self
    }

    /// What kind of error this is.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// What went wrong, in words: the service's own where it said something.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// The method of the request that failed.
    pub fn method(&self) -> Option<&Method> {
        self.0.method.as_ref()
    }

    /// The path of the request that failed, below the version, with parameters in braces.
    pub fn path_template(&self) -> Option<&'static str> {
        self.0.template
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(status) = self.status() {
            write!(f, "{status}")?;
            if let Some(code) = self.code() {
                write!(f, " ({code})")?;
            }
            f.write_str(": ")?;
        }
        f.write_str(&self.0.message)?;
        if let (Some(method), Some(template)) = (&self.0.method, self.0.template) {
            write!(f, " [{method} {template}]")?;
        }
        if let Some(request_id) = self.request_id() {
            write!(f, " [request-id {request_id}]")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Error");
        debug
            .field("kind", &self.0.kind)
            .field("message", &self.0.message);
        if let (Some(method), Some(template)) = (&self.0.method, self.0.template) {
            debug.field("request", &format_args!("{method} {template}"));
        }
        if let Some(answer) = &self.0.answer {
            debug
                .field("status", &answer.status)
                .field("code", &self.code())
                .field("request_id", &self.request_id());
        }
        if let Some(source) = &self.0.source {
            debug.field("source", source);
        }
        debug.finish_non_exhaustive()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}
