use std::time::Duration;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, StatusCode};

use super::claims::claims;
use super::display::Status;
use super::graph::GraphError;
use super::retry_after::retry_after;
use super::{Answer, Error, ErrorKind};
use crate::encoding::is_blank;

/// Codes under which a `409` is about the etag.
const CHANGED_MEANWHILE: [&str; 2] = ["resourceModified", "entityTagDoesNotMatch"];

impl Error {
    /// The error that an answer other than 2xx is.
    pub(crate) fn service(response: http::Response<Bytes>) -> Self {
        let graph = GraphError::parse(response.body());
        let message = match (&graph.message, &graph.code) {
            (Some(_), _) => String::new(),
            (None, Some(_)) => "the service gave a code, but no message".to_owned(),
            (None, None) => unexplained(&response),
        };
        Self::new(ErrorKind::Service, message).with_graph_error(response, graph)
    }

    /// Keeps the answer that could not be used.
    pub(crate) fn with_answer(self, response: http::Response<Bytes>) -> Self {
        self.with_graph_error(response, GraphError::default())
    }

    fn with_graph_error(mut self, response: http::Response<Bytes>, graph: GraphError) -> Self {
        let (parts, body) = response.into_parts();
        self.0.answer = Some(Answer {
            status: parts.status,
            headers: parts.headers,
            body,
            graph,
        });
        self
    }

    /// The status of the answer.
    pub fn status(&self) -> Option<StatusCode> {
        self.0.answer.as_ref().map(|answer| answer.status)
    }

    /// Graph's error code, such as `Request_ResourceNotFound`. A more exact one may be among the [`inner_codes`](Self::inner_codes).
    pub fn code(&self) -> Option<&str> {
        self.graph()?.code.as_deref()
    }

    /// The codes of the inner errors, each more exact than the one before: the innermost is the last.
    ///
    /// Microsoft advises to branch on the innermost code that one knows, and to be prepared for others.
    pub fn inner_codes(&self) -> impl DoubleEndedIterator<Item = &str> {
        let codes = self.graph().map(|graph| graph.inner_codes.as_slice());
        codes.unwrap_or_default().iter().map(String::as_str)
    }

    /// The service's id of the request, which support asks for.
    pub fn request_id(&self) -> Option<&str> {
        self.header("request-id")
            .or_else(|| self.graph()?.request_id.as_deref())
    }

    /// The client's own id of the request: as the service repeated it, or else as it was sent.
    pub fn client_request_id(&self) -> Option<&str> {
        let record = self.0.record.as_ref();
        self.header("client-request-id")
            .or_else(|| self.graph()?.client_request_id.as_deref())
            .or_else(|| record?.id.to_str().ok())
    }

    /// How long the service asks to wait before another try: its `Retry-After`, whole or fractional seconds, or a date, which
    /// is measured against the `Date` of the answer.
    ///
    /// `None` where it asks for nothing, or for nothing that can be understood.
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

    /// The claims that a `401` demands of the next token, as JSON: what an interactive application passes on when it has its user sign
    /// in once more ("Claims challenges, claims requests and client capabilities").
    ///
    /// A provider of tokens has been asked with them already, and its answer did not do.
    ///
    /// ```
    /// use graph_resource::Error;
    ///
    /// fn next_step(error: &Error) -> String {
    ///     match error.claims() {
    ///         Some(claims) => format!("sign in again, with claims={claims}"),
    ///         None => error.to_string(),
    ///     }
    /// }
    /// ```
    pub fn claims(&self) -> Option<String> {
        let headers = self.headers().filter(|_| self.is_unauthorized())?;
        claims(headers)
    }

    /// The headers of the answer.
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.0.answer.as_ref().map(|answer| &answer.headers)
    }

    /// The body of the answer, as it came.
    pub fn raw_body(&self) -> Option<&Bytes> {
        self.0.answer.as_ref().map(|answer| &answer.body)
    }

    /// Whether the service answered `401`: the token is missing, expired or not for this service.
    pub fn is_unauthorized(&self) -> bool {
        self.is(StatusCode::UNAUTHORIZED)
    }

    /// Whether the service answered `403`: the token does not give permission.
    pub fn is_forbidden(&self) -> bool {
        self.is(StatusCode::FORBIDDEN)
    }

    /// Whether the service answered `404`.
    pub fn is_not_found(&self) -> bool {
        self.is(StatusCode::NOT_FOUND)
    }

    /// Whether the service answered `409`.
    pub fn is_conflict(&self) -> bool {
        self.is(StatusCode::CONFLICT)
    }

    /// Whether the service answered `410`: a link to go on from is too old, and what it led to must be read from the start.
    pub fn is_gone(&self) -> bool {
        self.is(StatusCode::GONE)
    }

    /// Whether the service answered `412`: the item is no longer the one that `If-Match` names.
    pub fn is_precondition_failed(&self) -> bool {
        self.is(StatusCode::PRECONDITION_FAILED)
    }

    /// Whether the service answered `428`: it takes the request with `If-Match` only.
    pub fn is_precondition_required(&self) -> bool {
        self.is(StatusCode::PRECONDITION_REQUIRED)
    }

    /// Whether another has changed the item meanwhile: `412`, or `409` with a code that says so, `resourceModified` or
    /// `entityTagDoesNotMatch`. Reading it again and doing it again may help, which is what [`Get::modify`](crate::Get::modify) does.
    pub fn is_edit_conflict(&self) -> bool {
        let says_so = |code: &str| {
            CHANGED_MEANWHILE
                .iter()
                .any(|known| code.eq_ignore_ascii_case(known))
        };
        self.is_precondition_failed()
            || (self.is_conflict()
                && self
                    .code()
                    .into_iter()
                    .chain(self.inner_codes())
                    .any(says_so))
    }

    /// Whether the service answered `429`, or the request was held back since it answered another so:
    /// [`retry_after`](Self::retry_after) tells how long to wait.
    pub fn is_throttled(&self) -> bool {
        self.is(StatusCode::TOO_MANY_REQUESTS) || self.kind() == ErrorKind::HeldBack
    }

    fn is(&self, status: StatusCode) -> bool {
        self.status() == Some(status)
    }

    pub(super) fn graph(&self) -> Option<&GraphError> {
        self.0.answer.as_ref().map(|answer| &answer.graph)
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.headers()?.get(name)?.to_str().ok()
    }
}

/// What there is to say of an answer without an error object.
fn unexplained(response: &http::Response<Bytes>) -> String {
    let status = Status(response.status());
    let content = response
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let with = match content {
        _ if is_blank(response.body()) => "without a body".to_owned(),
        Some(content) => format!("with {content}"),
        None => "with a body of no stated type".to_owned(),
    };
    let why = if response.status().is_redirection() {
        ", which is no redirect that this request can follow"
    } else {
        ""
    };
    format!("the service answered {status} {with}{why}")
}
