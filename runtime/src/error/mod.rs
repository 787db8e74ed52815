//! The one error of the crate.

mod claims;
mod display;
mod graph;
mod retry_after;
mod service;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests;

use std::error::Error as StdError;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Method, StatusCode};

pub(crate) use claims::claims;
use graph::GraphError;

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
    /// What the crate says of it; the service's own words are in the answer.
    message: String,
    method: Option<Method>,
    template: Option<&'static str>,
    record: Option<SendRecord>,
    reach: Reach,
    /// How long the service asks to wait, where it said so in the answer to another request.
    wait: Option<Duration>,
    answer: Option<Answer>,
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

/// A record of how a request was sent.
#[derive(Debug, Clone)]
pub(crate) struct SendRecord {
    pub(crate) attempts: u32,
    /// The `client-request-id` of all attempts.
    pub(crate) id: HeaderValue,
}

/// How far a request without an answer got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Nothing of it was sent, and another time there may be a connection.
    NotSent,
    /// It may have been sent and done, and another time an answer may arrive.
    PerhapsDone,
    /// It will fail again.
    Final,
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
    /// No token could be had. Nothing was sent; or it was, and refused with a claims challenge that the provider of tokens could not answer.
    Credential,
    /// The request did not reach the service, or its answer did not arrive. What was asked may have been done.
    Transport,
    /// No complete answer arrived in time. What was asked may have been done.
    Timeout,
    /// The service throttles this client, and asks to wait longer than the request may take. Nothing was sent;
    /// [`retry_after`](Error::retry_after) tells how long.
    HeldBack,
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
            record: None,
            reach: Reach::Final,
            wait: None,
            answer: None,
            source: None,
        }))
    }

    pub(crate) fn configuration(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Configuration, message)
    }

    /// One error for all of `problems`, in the kind of the first and over the first source.
    pub(crate) fn all(problems: Vec<Self>) -> Self {
        let kind = problems
            .first()
            .map_or(ErrorKind::Configuration, Self::kind);
        let messages: Vec<_> = problems.iter().map(Self::message).collect();
        let mut error = Self::new(kind, messages.join("; "));
        error.0.source = problems.into_iter().find_map(|problem| problem.0.source);
        error
    }

    pub(crate) fn with_source(self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.with_shared_source(Arc::from(source.into()))
    }

    /// With a source that other errors have, too.
    pub(crate) fn with_shared_source(mut self, source: Arc<dyn StdError + Send + Sync>) -> Self {
        self.0.source = Some(source);
        self
    }

    /// Names the request that failed.
    pub(crate) fn with_request(mut self, method: &Method, template: &'static str) -> Self {
        self.0.method = Some(method.clone());
        self.0.template = Some(template);
        self
    }

    /// Says how the request was sent.
    pub(crate) fn with_record(mut self, record: SendRecord) -> Self {
        self.0.record = Some(record);
        self
    }

    pub(crate) fn with_reach(mut self, reach: Reach) -> Self {
        self.0.reach = reach;
        self
    }

    #[cfg(feature = "retry")]
    pub(crate) fn with_wait(mut self, wait: Duration) -> Self {
        self.0.wait = Some(wait);
        self
    }

    #[cfg(feature = "retry")]
    pub(crate) fn reach(&self) -> Reach {
        self.0.reach
    }

    /// What kind of error this is.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// What went wrong, in words: the service's own where it said something.
    pub fn message(&self) -> &str {
        let said = self.graph().and_then(|graph| graph.message.as_deref());
        said.unwrap_or(&self.0.message)
    }

    /// How often the request was sent: zero where it was not, and more than one where it was repeated ([`Retry`](crate::Retry)).
    ///
    /// ```
    /// # use graph_resource::Error;
    /// fn nothing_happened(error: &Error) -> bool {
    ///     error.attempts() == 0
    /// }
    /// ```
    pub fn attempts(&self) -> u32 {
        self.0.record.as_ref().map_or(0, |record| record.attempts)
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

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}
