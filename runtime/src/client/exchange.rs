use std::sync::atomic::{AtomicU32, Ordering};

use bytes::Bytes;
use http::HeaderValue;
use http::header::{AUTHORIZATION, USER_AGENT};

use super::observe::Observed;
use super::redirect::{Route, Step};
use super::{Exchanged, Inner, Sent, guid};
use crate::request::CLIENT_REQUEST_ID;
use crate::{Error, origin, transport};

impl Inner {
    /// Sends a request, as often as it takes, and turns an answer other than 2xx into an error.
    pub(super) async fn exchange(
        &self,
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
        let sent = Sent { attempts, id };
        match answer {
            Ok(response) => Ok(Exchanged { response, sent }),
            Err(error) => Err(error.with_sent(sent)),
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

    /// Puts the token in, and sends the request once, along redirects.
    async fn send_once(
        &self,
        request: &http::Request<Bytes>,
        attempts: &AtomicU32,
    ) -> Result<http::Response<Bytes>, Error> {
        let authorization = self.credential.authorization(&self.endpoint).await?;
        attempts.fetch_add(1, Ordering::Relaxed);
        let mut route = Route::of(request);
        loop {
            let mut outgoing = route.request();
            if let Some(authorization) = &authorization {
                let authorization = authorization.clone();
                outgoing.headers_mut().insert(AUTHORIZATION, authorization);
            }
            let answer = self.transport.send(outgoing).await;
            let response = answer.map_err(transport::unanswered)?;
            match route.follow(response)? {
                Step::On => {}
                Step::Arrived(response) if response.status().is_success() => return Ok(response),
                Step::Arrived(response) => return Err(Error::service(response)),
            }
        }
    }
}
