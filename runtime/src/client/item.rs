use std::time::Duration;

use bytes::Bytes;
use http::uri::PathAndQuery;
use http::{HeaderMap, HeaderValue, Method, Uri};
use serde_core::de::IgnoredAny;

use super::exchange::RawResponse;
use super::handle::Client;
use super::request_name::RequestName;
use super::retry::ItemRetry;
use crate::answer::Response;
use crate::body::StreamedOnce;
use crate::encoding::declares_json;
use crate::endpoint::origin;
use crate::error::{Error, ErrorKind, SendRecord};
use crate::request::{Retry, is_answer};

/// A request that travels in a batch, in the body of another one. It is repeated by itself, by its own policy.
///
/// It is moved from one list to the next, and therefore boxed.
pub(crate) struct Item(Box<Repr>);

struct Repr {
    request: http::Request<Bytes>,
    name: RequestName,
    id: HeaderValue,
    /// The length of the path of the service with the version, which the URL in a batch is without.
    root: usize,
    retry: ItemRetry,
    attempts: u32,
    is_in_doubt: bool,
}

/// The consequence of an answer to a request of a batch, or of the lack of one.
pub(crate) enum Verdict {
    /// The request is done.
    Done(Result<Box<Answered>, Error>),
    /// The request is sent again after this time.
    Again {
        /// The reason.
        error: Error,
        wait: Duration,
    },
}

/// An answer of status 2xx to a request of a batch.
pub(crate) struct Answered {
    raw: RawResponse,
    name: RequestName,
}

impl Answered {
    /// Returns the headers of the answer.
    pub(crate) fn headers(&self) -> &HeaderMap {
        self.raw.response.headers()
    }

    /// Reads the value of the answer.
    pub(crate) fn read<A>(
        self,
        read: fn(&http::Response<Bytes>) -> Result<A, Error>,
    ) -> Result<Response<A>, Error> {
        match read(&self.raw.response) {
            Ok(value) => {
                let RawResponse { response, record } = self.raw;
                Ok(Response::new(response.map(|_| value), record))
            }
            Err(error) => Err(self.name.add_to(self.raw.add_to(error))),
        }
    }
}

impl Item {
    /// Prepares a request, which gets the headers of the client.
    pub(crate) fn new(
        built: Result<http::Request<Bytes>, Error>,
        template: &'static str,
        client: &Client,
    ) -> Result<Self, Error> {
        let name = RequestName::of(&built, template);
        let mut request = built.map_err(|error| name.add_to(error))?;
        let inner = client.inner();
        let (policy, id) = inner
            .complete(&mut request)
            .map_err(|error| name.add_to(error))?;
        Self::with_policy(request, name, policy, id, &inner.connection.service_root)
    }

    /// Prepares a request without a client, only in order to show it.
    pub(crate) fn of_root(
        built: Result<http::Request<Bytes>, Error>,
        template: &'static str,
        service_root: &Uri,
    ) -> Result<Self, Error> {
        let name = RequestName::of(&built, template);
        let request = built.map_err(|error| name.add_to(error))?;
        let id = HeaderValue::from_static("");
        Self::with_policy(request, name, Retry::never(), id, service_root)
    }

    fn with_policy(
        request: http::Request<Bytes>,
        name: RequestName,
        policy: Retry,
        id: HeaderValue,
        service_root: &Uri,
    ) -> Result<Self, Error> {
        ensure_json(&request).map_err(|error| name.add_to(error))?;
        if request.extensions().get::<StreamedOnce>().is_some() {
            let message = "the body of the request is a stream, which cannot be a part of a batch";
            return Err(name.add_to(Error::new(ErrorKind::InvalidRequest, message)));
        }
        let root = origin::root_of(service_root, request.uri()).len();
        Ok(Self(Box::new(Repr {
            retry: ItemRetry::new(&policy),
            request,
            name,
            id,
            root,
            attempts: 0,
            is_in_doubt: false,
        })))
    }

    /// Lets the request wait for a service that throttles as often and as long as that asks for.
    pub(crate) fn waiting_for_service(mut self) -> Self {
        self.0.retry.wait_for_service();
        self
    }

    /// Starts the time within which the request may be repeated, unless an earlier attempt has done so.
    pub(crate) fn start(&mut self) {
        self.0.retry.start();
    }

    pub(crate) fn method(&self) -> &Method {
        self.0.request.method()
    }

    pub(crate) fn headers(&self) -> &HeaderMap {
        self.0.request.headers()
    }

    pub(crate) fn body(&self) -> &Bytes {
        self.0.request.body()
    }

    /// Returns whether the body is JSON, which is a part of the batch as it is.
    pub(crate) fn has_json(&self) -> bool {
        declares_json(self.headers()) == Some(true)
    }

    /// Returns the path after the version, with parameters in braces.
    pub(crate) fn template(&self) -> &'static str {
        self.0.name.template
    }

    /// Returns the first two segments of the path that are not parameters, which requests have in common that throttle together.
    pub(crate) fn scope(&self) -> [&'static str; 2] {
        ItemRetry::scope(self.template())
    }

    /// Returns the part of the service that the request states, if it states one.
    pub(crate) fn workload(&self) -> Option<&'static str> {
        self.0.retry.policy.workload
    }

    /// Returns the path after the version with the query, encoded.
    pub(crate) fn url(&self) -> &str {
        self.path_and_query().get(self.0.root..).unwrap_or_default()
    }

    /// Returns the path of the service with the version. Requests of a batch have the same one.
    pub(crate) fn root(&self) -> &str {
        self.path_and_query().get(..self.0.root).unwrap_or_default()
    }

    fn path_and_query(&self) -> &str {
        self.0
            .request
            .uri()
            .path_and_query()
            .map_or("", PathAndQuery::as_str)
    }

    /// Returns the URL of the batch that can carry the request.
    pub(crate) fn batch_url(&self) -> Result<Uri, Error> {
        let mut parts = self.0.request.uri().clone().into_parts();
        let path = PathAndQuery::try_from(format!("{}/$batch", self.root()));
        let invalid = "the URL of the batch is not valid";
        parts.path_and_query =
            Some(path.map_err(|error| {
                Error::new(ErrorKind::InvalidRequest, invalid).with_source(error)
            })?);
        Uri::from_parts(parts)
            .map_err(|error| Error::new(ErrorKind::InvalidRequest, invalid).with_source(error))
    }

    /// Returns how long the service wants requests to this part of it to wait, unless the request never waits.
    pub(crate) fn closed_for(&self, client: &Client) -> Option<Duration> {
        let Retry {
            workload,
            max_attempts,
            ..
        } = self.0.retry.policy;
        let closed = client.retrier().closed_for(workload, self.0.name.template);
        closed.filter(|_| max_attempts > 1)
    }

    /// Returns whether executing the request twice has the same effect as executing it once.
    pub(crate) fn is_idempotent(&self) -> bool {
        self.0.retry.is_idempotent(&self.0.request)
    }

    /// Returns whether the request may have been executed, although no answer says so.
    pub(crate) fn is_in_doubt(&self) -> bool {
        self.0.is_in_doubt
    }

    /// Returns the number of attempts so far.
    pub(crate) fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// Decides on the answer of the service to this request.
    pub(crate) fn answered(&mut self, response: http::Response<Bytes>, client: &Client) -> Verdict {
        self.0.attempts += 1;
        if is_answer(&self.0.request, response.status()) {
            client.retrier().record_item_answer();
            let raw = client.inner().raw_response(response, self.record());
            let name = self.0.name.clone();
            return Verdict::Done(Ok(Box::new(Answered { raw, name })));
        }
        let error = self.complete(Error::service(response));
        self.decide(error, client)
    }

    /// Decides on the failure of the batch that carried the request.
    pub(crate) fn not_carried(&mut self, cause: &Error, client: &Client) -> Verdict {
        let was_sent = cause.attempts() > 0;
        self.0.attempts += u32::from(was_sent);
        let may_have_been_executed = was_sent && may_have_been_executed(cause);
        self.0.is_in_doubt |= may_have_been_executed;
        let error = self.complete(not_carried(cause));
        verdict(
            self.0
                .retry
                .decide(cause, &self.0.request, client.retrier()),
            error,
        )
    }

    /// Decides on an answer to the batch that has none for this request.
    pub(crate) fn not_answered(&mut self) -> Verdict {
        self.0.attempts += 1;
        let message = "the answer to the batch has none for this request";
        self.0.is_in_doubt = true;
        let error = self.complete(Error::new(ErrorKind::UnexpectedAnswer, message));
        Verdict::Done(Err(error))
    }

    /// Creates an error about the request without an answer: it was not sent, or it may have been executed.
    #[cold]
    pub(crate) fn error(&self, kind: ErrorKind, message: impl Into<String>) -> Error {
        self.complete(Error::new(kind, message))
    }

    /// Creates the error that the request was not executed because that on which it depends failed.
    #[cold]
    pub(crate) fn dependency_failed(&self, error: Option<Error>, cause: &Error) -> Error {
        let error = error.unwrap_or_else(|| {
            self.error(
                ErrorKind::DependencyFailed,
                "the request was not sent, because one that it depends on failed",
            )
        });
        error.with_source(cause.copy())
    }

    fn decide(&mut self, error: Error, client: &Client) -> Verdict {
        let retrier = client.retrier();
        retrier.record_item_error(&error, &self.0.retry.policy, self.0.name.template);
        let wait = self.0.retry.decide(&error, &self.0.request, retrier);
        if wait.is_some() {
            self.0.is_in_doubt |= error.may_have_been_executed();
        }
        verdict(wait, error)
    }

    /// Names the request in an error.
    fn complete(&self, error: Error) -> Error {
        let error = error
            .with_record(self.record())
            .with_doubt(self.0.is_in_doubt);
        self.0.name.add_to(error)
    }

    fn record(&self) -> SendRecord {
        SendRecord {
            attempts: self.0.attempts,
            id: self.0.id.clone(),
        }
    }
}

/// Checks a body that says that it is JSON: in a batch, another one would change the meaning of what follows it.
fn ensure_json(request: &http::Request<Bytes>) -> Result<(), Error> {
    if request.body().is_empty() || declares_json(request.headers()) != Some(true) {
        return Ok(());
    }
    let checked = serde_json::from_slice::<IgnoredAny>(request.body());
    checked.map(drop).map_err(|error| {
        let message = "the body is declared as JSON, but it is not valid JSON";
        Error::new(ErrorKind::InvalidRequest, message).with_source(error)
    })
}

fn verdict(wait: Option<Duration>, error: Error) -> Verdict {
    match wait {
        Some(wait) => Verdict::Again { error, wait },
        None => Verdict::Done(Err(error)),
    }
}

/// Creates the error of a request whose batch failed.
///
/// A status of the batch is not one of the request: a `404` does not say that an item is missing. Only `401` and `403` are about the token,
/// which is the same.
fn not_carried(cause: &Error) -> Error {
    if cause.is_unauthorized() || cause.is_forbidden() {
        return cause.copy();
    }
    let kind = match cause.kind() {
        ErrorKind::Service if cause.is_throttled() => ErrorKind::ThrottledByClient,
        kind => kind,
    };
    let message = format!("the batch with the request failed: {}", cause.message());
    let error = Error::new(kind, message).with_retryable(cause.retryable());
    let error = match cause.retry_after() {
        Some(wait) => error.with_wait(wait),
        None => error,
    };
    error.with_source(cause.copy())
}

/// Returns whether requests of a batch that failed may have been executed. An answer that cannot be read is one.
fn may_have_been_executed(cause: &Error) -> bool {
    cause.is_unknown_outcome() || cause.kind() == ErrorKind::UnexpectedAnswer
}
