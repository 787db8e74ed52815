use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use bytes::Bytes;
use http::HeaderValue;
use http::header::{AUTHORIZATION, USER_AGENT};

use super::auth::Authorization;
use super::observe::Observed;
use super::redirect::{Route, Step};
use super::{Exchanged, Inner, guid};
use crate::endpoint::origin;
use crate::error::{Error, SendRecord};
use crate::odata::names::CLIENT_REQUEST_ID;
use crate::transport;

impl Inner {
    /// Sends a request, as often as it takes, and turns an answer other than 2xx into an error.
    pub(super) async fn exchange(
        self: Arc<Self>,
        mut request: http::Request<Bytes>,
        template: &'static str,
    ) -> Result<Exchanged, Error> {
        origin::stays_at(&self.home, request.uri())?;
        let policy = request.extensions_mut().remove().unwrap_or(self.retry);
        let id = self.complete(&mut request);
        let observed = Observed::request(request.method(), template, &self.endpoint, &id);
        let attempts = AtomicU32::new(0);
        let attempt = || self.attempt(&request, template, &attempts);
        let run = self.retrier.run(&policy, &request, &attempts, attempt);
        let answer = observed.around(run).await;
        let attempts = attempts.into_inner();
        observed.ended(answer.as_ref());
        observed.took(attempts);
        let record = SendRecord { attempts, id };
        match answer {
            Ok(response) => Ok(Exchanged { response, record }),
            Err(error) => Err(error.with_record(record)),
        }
    }

    /// Adds what is the same in all attempts. The user's own headers win.
    fn complete(&self, request: &mut http::Request<Bytes>) -> HeaderValue {
        let headers = request.headers_mut();
        headers
            .entry(USER_AGENT)
            .or_insert_with(|| self.user_agent.clone());
        headers
            .entry(CLIENT_REQUEST_ID)
            .or_insert_with(guid::random)
            .clone()
    }

    async fn attempt(
        &self,
        request: &http::Request<Bytes>,
        template: &'static str,
        attempts: &AtomicU32,
    ) -> Result<http::Response<Bytes>, Error> {
        let sent = attempts.load(Ordering::Relaxed);
        let observed = Observed::attempt(request.method(), template, &self.endpoint, sent);
        let answer = observed.around(self.send_once(request, attempts)).await;
        observed.ended(answer.as_ref());
        answer
    }

    /// Puts the token in, and sends the request; and once more with another token, if that is what the answer asks for.
    async fn send_once(
        &self,
        request: &http::Request<Bytes>,
        attempts: &AtomicU32,
    ) -> Result<http::Response<Bytes>, Error> {
        let mut authorization = self.credential.authorize(&self.endpoint).await?;
        attempts.fetch_add(1, Ordering::Relaxed);
        loop {
            let used = authorization.as_ref();
            let response = self.send_along(request, used).await?;
            if response.status().is_success() {
                return Ok(response);
            }
            let answer = self.credential.answer(&self.endpoint, used, &response);
            match answer.await? {
                Some(other) => authorization = Some(other),
                None => return Err(Error::service(response)),
            }
        }
    }

    /// Sends the request to where it goes, and then to where the service redirects it.
    async fn send_along(
        &self,
        request: &http::Request<Bytes>,
        authorization: Option<&Authorization>,
    ) -> Result<http::Response<Bytes>, Error> {
        let mut route = Route::of(request);
        loop {
            let mut outgoing = route.request();
            if let Some(authorization) = authorization {
                let header = authorization.header().clone();
                outgoing.headers_mut().insert(AUTHORIZATION, header);
            }
            let answer = self.transport.send(outgoing).await;
            let response = answer.map_err(transport::send_error)?;
            if let Step::Arrived(response) = route.follow(response)? {
                return Ok(response);
            }
        }
    }
}
