use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use bytes::Bytes;
use http::HeaderValue;
use http::header::{AUTHORIZATION, USER_AGENT};

use super::auth::Authorization;
use super::guid;
use super::inner::{Identity, Inner};
use super::redirect::Redirects;
use super::resume::ContentRequest;
use super::telemetry::HttpSpan;
use crate::body::{Body, StreamedAnswer, StreamedOnce};
use crate::endpoint::origin;
use crate::error::{Error, ErrorKind, SendRecord};
use crate::odata::names::CLIENT_REQUEST_ID;
use crate::request::{ExchangeKind, Retry, is_answer, too_many_headers};
use crate::transport::{self, BoxFuture};

/// The most bytes of a body that are read as a whole from a transport that streams it unasked.
const MAX_WHOLE_BODY: usize = 64 << 20;

/// An answer of status 2xx, with the record of how the request was sent.
pub(super) struct RawResponse {
    pub(super) response: http::Response<Bytes>,
    pub(super) record: SendRecord,
}

impl RawResponse {
    /// Adds the answer and the record to an error about the answer.
    #[cold]
    pub(super) fn add_to(self, error: Error) -> Error {
        error.with_answer(self.response).with_record(self.record)
    }
}

impl Inner {
    /// Sends a request, repeats it if that is allowed, and turns an answer other than 2xx into an error.
    pub(super) async fn exchange(
        self: Arc<Self>,
        mut request: http::Request<Bytes>,
        template: &'static str,
    ) -> Result<RawResponse, Error> {
        let content = ContentRequest::of(&request, template);
        let (policy, id) = self.complete(&mut request)?;
        self.add_headers(&mut request);
        let span = HttpSpan::for_request(request.method(), template, &self.endpoint, &id);
        let attempts = AtomicU32::new(0);
        let attempt = || self.attempt(&request, template, &policy, &attempts);
        let retrier = &self.identity.retrier;
        let run = retrier.run(&policy, &request, template, &attempts, attempt);
        let answer = span.instrument(run).await;
        let attempts = attempts.into_inner();
        span.record_outcome(answer.as_ref());
        span.record_attempts(attempts);
        let record = SendRecord { attempts, id };
        let mut response = match answer {
            Ok(response) => response,
            Err(error) => {
                let rest = content
                    .as_ref()
                    .and_then(|content| content.nothing_left(&error));
                rest.ok_or_else(|| error.with_record(record.clone()))?
            }
        };
        if let Some(content) = content
            && let Err(error) = content.watch(Arc::clone(&self), policy, &mut response)
        {
            return Err(self.raw_response(response, record).add_to(error));
        }
        Ok(self.raw_response(response, record))
    }

    /// Completes a request, which is sent alone or in a batch: adds the headers of the client and a `client-request-id`, which takes
    /// precedence if the request has one. Returns its retry policy and that id.
    pub(super) fn complete(
        &self,
        request: &mut http::Request<Bytes>,
    ) -> Result<(Retry, HeaderValue), Error> {
        let home = &self.connection.service_root;
        if ExchangeKind::is_without_token(request) {
            origin::ensure_secure(home, request.uri())?;
            if ExchangeKind::is_of_monitor(request) {
                self.connection
                    .monitor_hosts
                    .ensure_trusted(home, request.uri())?;
            }
        } else {
            origin::ensure_same_origin(home, request.uri())?;
            self.headers.add_to(request.headers_mut())?;
        }
        if let Some(problem) = too_many_headers(request.headers().len()) {
            return Err(Error::new(ErrorKind::InvalidRequest, problem));
        }
        let mut policy = request
            .extensions_mut()
            .remove()
            .unwrap_or(self.connection.retry);
        if is_sent_once(request) {
            policy = policy.max_attempts(1);
        }
        let id = request
            .headers_mut()
            .entry(CLIENT_REQUEST_ID)
            .or_insert_with(guid::random);
        Ok((policy, id.clone()))
    }

    /// Adds what the reader of an answer has to know.
    pub(super) fn raw_response(
        &self,
        mut response: http::Response<Bytes>,
        record: SendRecord,
    ) -> RawResponse {
        if let Some(app) = self.endpoint.extension_app() {
            response.extensions_mut().insert(app);
        }
        RawResponse { response, record }
    }

    /// Adds the headers that only a request has that is sent by itself.
    fn add_headers(&self, request: &mut http::Request<Bytes>) {
        let has_token =
            self.identity.credential.is_some() && !ExchangeKind::is_without_token(request);
        let headers = request.headers_mut();
        if has_token {
            // Each attempt replaces this value in a copy of the headers, which a further header would have to enlarge.
            headers.insert(AUTHORIZATION, HeaderValue::from_static(""));
        }
        headers
            .entry(USER_AGENT)
            .or_insert_with(|| self.connection.user_agent.clone());
    }

    async fn attempt(
        &self,
        request: &http::Request<Bytes>,
        template: &'static str,
        policy: &Retry,
        attempts: &AtomicU32,
    ) -> Result<http::Response<Bytes>, Error> {
        let resends = attempts.load(Ordering::Relaxed);
        let span = HttpSpan::for_attempt(request.method(), template, &self.endpoint, resends);
        let answer = span.instrument(self.send_authorized(request, policy, attempts));
        let answer = answer.await;
        span.record_outcome(answer.as_ref());
        answer
    }

    /// Sends the request with a token, and again with another token if the service demands one and the token provider has it.
    async fn send_authorized(
        &self,
        request: &http::Request<Bytes>,
        policy: &Retry,
        attempts: &AtomicU32,
    ) -> Result<http::Response<Bytes>, Error> {
        if ExchangeKind::is_without_token(request) {
            attempts.fetch_add(1, Ordering::Relaxed);
            let response = self.send_following_redirects(request, None).await?;
            return accepted(request, response);
        }
        let Identity {
            credential,
            retrier,
        } = &*self.identity;
        let authorized = credential.authorize(&self.endpoint);
        let mut authorization = retrier.wait_for_token(policy, authorized).await?;
        attempts.fetch_add(1, Ordering::Relaxed);
        loop {
            let used = authorization.as_ref();
            let response = self.send_following_redirects(request, used).await?;
            let is_elsewhere = response.extensions().get::<Elsewhere>().is_some();
            let is_final = is_elsewhere || is_sent_once(request);
            if is_final || is_answer(request, response.status()) {
                return accepted(request, response);
            }
            let reauthorized = credential.reauthorize(&self.endpoint, used, &response);
            match retrier.wait_for_token(policy, reauthorized).await? {
                Some(other) => authorization = Some(other),
                None => return Err(Error::service(response)),
            }
        }
    }

    async fn send_following_redirects(
        &self,
        request: &http::Request<Bytes>,
        authorization: Option<&Authorization>,
    ) -> Result<http::Response<Bytes>, Error> {
        let mut redirects = Redirects::new(&self.connection.service_root, request);
        loop {
            let mut outgoing = redirects.next_request();
            if let Some(streamed) = outgoing.extensions().get::<StreamedOnce>() {
                *outgoing.body_mut() = streamed.take().ok_or_else(body_was_sent)?;
            }
            if let Some(authorization) = authorization
                && !redirects.is_elsewhere()
            {
                let header = authorization.header().clone();
                outgoing.headers_mut().insert(AUTHORIZATION, header);
            }
            let answer = self.connection.transport.send(outgoing).await;
            let response = match whole(answer.map_err(transport::send_error)?, request) {
                Ok(response) => response,
                Err(reading) => reading.await?,
            };
            if let ControlFlow::Break(mut response) = redirects.follow(response)? {
                if redirects.is_elsewhere() {
                    response.extensions_mut().insert(Elsewhere);
                }
                return Ok(response);
            }
        }
    }
}

/// An extension of an answer of another origin, which says nothing about the token.
#[derive(Clone, Copy)]
struct Elsewhere;

fn wants_stream(request: &http::Request<Bytes>) -> bool {
    request.extensions().get::<StreamedAnswer>().is_some()
}

/// Returns whether the body is a stream, which cannot be sent again.
fn is_sent_once(request: &http::Request<Bytes>) -> bool {
    request.extensions().get::<StreamedOnce>().is_some()
}

fn accepted(
    request: &http::Request<Bytes>,
    response: http::Response<Bytes>,
) -> Result<http::Response<Bytes>, Error> {
    if is_answer(request, response.status()) {
        Ok(response)
    } else {
        Err(Error::service(response))
    }
}

/// Returns the answer with its body as bytes. A stream that the request asks for becomes an extension of an answer without a body; the future
/// reads any other stream.
fn whole(
    response: http::Response<Body>,
    request: &http::Request<Bytes>,
) -> Result<http::Response<Bytes>, BoxFuture<'static, Result<http::Response<Bytes>, Error>>> {
    let (mut parts, body) = response.into_parts();
    let streamed = match body.into_bytes() {
        Ok(bytes) => return Ok(http::Response::from_parts(parts, bytes)),
        Err(streamed) => streamed,
    };
    if parts.status.is_success() && wants_stream(request) {
        parts.extensions.insert(StreamedOnce::new(streamed));
        return Ok(http::Response::from_parts(parts, Bytes::new()));
    }
    Err(Box::pin(async move {
        let collected = streamed.collect(MAX_WHOLE_BODY).await;
        let bytes = collected.map_err(transport::send_error)?;
        Ok(http::Response::from_parts(parts, bytes))
    }))
}

#[cold]
fn body_was_sent() -> Error {
    let message = "the body is a stream that was sent already, and cannot be sent again";
    Error::new(ErrorKind::Transport, message)
}
