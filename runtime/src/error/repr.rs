use std::error::Error as StdError;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode};

use super::answer::ErrorAnswer;
use super::detail::ErrorDetail;
use super::graph::GraphError;
use super::kind::ErrorKind;
use super::record::SendRecord;
use super::retry_after::retry_after;
use super::retryable::Retryable;
use crate::odata::names::{CLIENT_REQUEST_ID, REQUEST_ID};

/// The error of all operations: building a client, building and sending a request, and reading its answer.
///
/// `Display` is one line for a log: status, code, message, method, path template and request id. It never contains a body, a header, or an
/// id from the path.
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
pub struct Error(Box<Repr>);

#[derive(Clone)]
struct Repr {
    kind: ErrorKind,
    /// The message of this crate, which is returned if the service gave none.
    message: String,
    method: Option<Method>,
    template: Option<&'static str>,
    record: Option<SendRecord>,
    retryable: Retryable,
    /// `true` if an earlier attempt may have been executed.
    is_in_doubt: bool,
    /// `true` if the answer is an object that lacks a property.
    is_incomplete: bool,
    /// The number of attempts and of conflicts of work that takes several requests.
    rounds: Option<(u32, u32)>,
    /// The wait that the service asked for in the answer to another request.
    wait: Option<Duration>,
    answer: Option<ErrorAnswer>,
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

impl Error {
    /// Creates an error, for implementations of [`Request`](trait@crate::Request) and functions around them.
    ///
    /// `message` is a part of one line: it says what is wrong, without a full stop at its end. The client adds the method and the path template
    /// of the request that fails with it.
    ///
    /// ```
    /// use graph_resource::{Error, ErrorKind};
    ///
    /// let error = Error::new(ErrorKind::InvalidRequest, "a group has at least one owner");
    /// assert_eq!(error.to_string(), "a group has at least one owner");
    /// ```
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self(Box::new(Repr {
            kind,
            message: message.into(),
            method: None,
            template: None,
            record: None,
            retryable: Retryable::Never,
            is_in_doubt: false,
            is_incomplete: false,
            rounds: None,
            wait: None,
            answer: None,
            source: None,
        }))
    }

    pub(crate) fn configuration(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Configuration, message)
    }

    /// Combines all `problems` into one error, with the kind of the first and the first source.
    pub(crate) fn all(problems: Vec<Self>) -> Self {
        let kind = problems
            .first()
            .map_or(ErrorKind::Configuration, Self::kind);
        let messages: Vec<_> = problems.iter().map(Self::message).collect();
        let mut error = Self::new(kind, messages.join("; "));
        error.0.source = problems.into_iter().find_map(|problem| problem.0.source);
        error
    }

    /// Sets the cause, which [`source`](StdError::source) returns.
    #[must_use]
    pub fn with_source(self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.with_shared_source(Arc::from(source.into()))
    }

    /// Sets a source that is shared with other errors.
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

    pub(crate) fn with_record(mut self, record: SendRecord) -> Self {
        self.0.record = Some(record);
        self
    }

    pub(crate) fn with_incomplete(mut self, is_incomplete: bool) -> Self {
        self.0.is_incomplete = is_incomplete;
        self
    }

    pub(crate) const fn is_incomplete(&self) -> bool {
        self.0.is_incomplete
    }

    /// Sets whether an earlier attempt may have been executed.
    #[cfg(feature = "retry")]
    pub(crate) fn with_doubt(mut self, is_in_doubt: bool) -> Self {
        self.0.is_in_doubt = is_in_doubt;
        self
    }

    /// Returns the same error again, for one of several requests that failed with it.
    #[cfg(feature = "batch")]
    pub(crate) fn copy(&self) -> Self {
        Self(self.0.clone())
    }

    /// Sets the number of attempts and of conflicts of work that takes several requests.
    pub(crate) fn with_rounds(mut self, attempts: u32, conflicts: u32) -> Self {
        self.0.rounds = Some((attempts, conflicts));
        self
    }

    pub(crate) fn with_retryable(mut self, retryable: Retryable) -> Self {
        self.0.retryable = retryable;
        self
    }

    #[cfg(feature = "retry")]
    pub(crate) fn with_wait(mut self, wait: Duration) -> Self {
        self.0.wait = Some(wait);
        self
    }

    /// Keeps an answer that could not be used, unless the error has one already.
    pub(crate) fn with_answer(self, response: http::Response<Bytes>) -> Self {
        if self.0.answer.is_some() {
            return self;
        }
        self.with_graph_error(response, GraphError::default())
    }

    /// Keeps an answer together with the error object in its body.
    pub(super) fn with_graph_error(
        mut self,
        response: http::Response<Bytes>,
        graph: GraphError,
    ) -> Self {
        self.0.answer = Some(ErrorAnswer::new(response, graph));
        self
    }
}

impl Error {
    pub(super) fn is_in_doubt(&self) -> bool {
        self.0.is_in_doubt
    }

    pub(crate) fn retryable(&self) -> Retryable {
        self.0.retryable
    }

    /// Returns the kind of this error.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Returns the message: that of the service, if it gave one.
    pub fn message(&self) -> &str {
        let message = self.graph().and_then(|graph| graph.message.as_deref());
        message.unwrap_or(&self.0.message)
    }

    /// Returns the number of attempts: zero if the request was not sent, and more than one if it was repeated ([`Retry`](crate::Retry)). For
    /// [`Get::modify`](crate::Get::modify), it is the number of attempts of all reads and updates.
    ///
    /// ```
    /// # use graph_resource::Error;
    /// fn nothing_happened(error: &Error) -> bool {
    ///     error.attempts() == 0
    /// }
    /// ```
    pub fn attempts(&self) -> u32 {
        match self.0.rounds {
            Some((attempts, _)) => attempts,
            None => self.0.record.as_ref().map_or(0, |record| record.attempts),
        }
    }

    /// Returns how often [`Get::modify`](crate::Get::modify) met a concurrent change.
    ///
    /// ```
    /// # use graph_resource::Error;
    /// fn explain(error: &Error) -> String {
    ///     if error.is_edit_conflict() {
    ///         return format!("others have changed the task {} times meanwhile", error.conflicts());
    ///     }
    ///     error.to_string()
    /// }
    /// ```
    pub fn conflicts(&self) -> u32 {
        self.0.rounds.map_or(0, |(_, conflicts)| conflicts)
    }

    /// Returns the method of the request that failed.
    pub fn method(&self) -> Option<&Method> {
        self.0.method.as_ref()
    }

    /// Returns the path of the request that failed, without the version and with its parameters in braces.
    pub fn path_template(&self) -> Option<&'static str> {
        self.0.template
    }

    /// Returns the status of the answer.
    pub fn status(&self) -> Option<StatusCode> {
        self.answer().map(|answer| answer.status)
    }

    /// Returns Graph's error code, such as `Request_ResourceNotFound`. The [`inner_codes`](Self::inner_codes) may be more specific.
    pub fn code(&self) -> Option<&str> {
        self.graph()?.code.as_deref()
    }

    /// Returns the codes of the inner errors, each more specific than the one before: the innermost is the last.
    ///
    /// Microsoft advises to branch on the innermost code that an application knows, and to expect unknown codes.
    pub fn inner_codes(&self) -> impl DoubleEndedIterator<Item = &str> {
        let codes = self.graph().map(|graph| graph.inner_codes.as_slice());
        codes.unwrap_or_default().iter().map(String::as_str)
    }

    /// Returns the part of the request that the error is about, such as the name of a property, if the service names it.
    ///
    /// ```
    /// # use graph_resource::Error;
    /// fn is_about_the_name(error: &Error) -> bool {
    ///     error.target() == Some("displayName")
    /// }
    /// ```
    pub fn target(&self) -> Option<&str> {
        self.graph()?.target.as_deref()
    }

    /// Returns the details, if the service lists several causes of the error.
    ///
    /// ```
    /// # use graph_resource::Error;
    /// fn explain(error: &Error) -> String {
    ///     let details = error.details().iter().filter_map(|detail| {
    ///         Some(format!("{}: {}", detail.target().unwrap_or("request"), detail.message()?))
    ///     });
    ///     details.collect::<Vec<_>>().join("\n")
    /// }
    /// ```
    pub fn details(&self) -> &[ErrorDetail] {
        self.graph()
            .map(|graph| graph.details.as_slice())
            .unwrap_or_default()
    }

    /// Returns the service's id of the request, which support asks for.
    pub fn request_id(&self) -> Option<&str> {
        let answer = self.answer()?;
        answer
            .header(REQUEST_ID.as_str())
            .or(answer.graph.request_id.as_deref())
    }

    /// Returns the client's own id of the request, as the service repeated it or else as it was sent.
    pub fn client_request_id(&self) -> Option<&str> {
        let repeated = self.answer().and_then(|answer| {
            answer
                .header(CLIENT_REQUEST_ID.as_str())
                .or(answer.graph.client_request_id.as_deref())
        });
        repeated.or_else(|| self.0.record.as_ref()?.id.to_str().ok())
    }

    /// Returns how long the service asks to wait before another attempt: its `Retry-After` in whole or fractional seconds, or as a date,
    /// which is compared to the `Date` of the answer.
    ///
    /// Returns `None` if the service asks for no wait, or the header cannot be parsed.
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// use graph_resource::Error;
    ///
    /// fn pause(error: &Error) -> Option<Duration> {
    ///     error.is_throttled().then(|| error.retry_after().unwrap_or(Duration::from_secs(5)))
    /// }
    /// ```
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.wait.or_else(|| retry_after(self.headers()?))
    }

    /// Returns the headers of the answer.
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.answer().map(|answer| &answer.headers)
    }

    /// Returns the body of the answer as it was received.
    pub fn raw_body(&self) -> Option<&Bytes> {
        self.answer().map(|answer| &answer.body)
    }

    /// Returns the error object of Graph, if the error has an answer.
    pub(super) fn graph(&self) -> Option<&GraphError> {
        self.answer().map(|answer| &answer.graph)
    }

    fn answer(&self) -> Option<&ErrorAnswer> {
        self.0.answer.as_ref()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}
