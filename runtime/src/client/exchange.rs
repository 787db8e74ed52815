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
use super::telemetry::HttpSpan;
use crate::endpoint::origin;
use crate::error::{Error, ErrorKind, SendRecord};
use crate::odata::names::CLIENT_REQUEST_ID;
use crate::request::{Retry, too_many_headers};
use crate::transport;

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
        match answer {
            Ok(response) => Ok(self.raw_response(response, record)),
            Err(error) => Err(error.with_record(record)),
        }
    }

    /// Completes a request, which is sent alone or in a batch: adds the headers of the client and a `client-request-id`, which takes
    /// precedence if the request has one. Returns its retry policy and that id.
    pub(super) fn complete(
        &self,
        request: &mut http::Request<Bytes>,
    ) -> Result<(Retry, HeaderValue), Error> {
        origin::ensure_same_origin(&self.connection.service_root, request.uri())?;
        self.headers.add_to(request.headers_mut())?;
        if let Some(problem) = too_many_headers(request.headers().len()) {
            return Err(Error::new(ErrorKind::InvalidRequest, problem));
        }
        let policy = request.extensions_mut().remove();
        let id = request
            .headers_mut()
            .entry(CLIENT_REQUEST_ID)
            .or_insert_with(guid::random);
        Ok((policy.unwrap_or(self.connection.retry), id.clone()))
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
        let headers = request.headers_mut();
        if self.identity.credential.is_some() {
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
            if response.status().is_success() {
                return Ok(response);
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
            if let Some(authorization) = authorization {
                let header = authorization.header().clone();
                outgoing.headers_mut().insert(AUTHORIZATION, header);
            }
            let answer = self.connection.transport.send(outgoing).await;
            let response = answer.map_err(transport::send_error)?;
            if let ControlFlow::Break(response) = redirects.follow(response)? {
                return Ok(response);
            }
        }
    }
}
