//! Tests of the cache with a clock that stands still, and a provider that answers on command.

mod caching;
mod refusal;
mod sharing;

use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use tokio::sync::oneshot;

use super::authorization::Authorization;
use super::cache::TokenCache;
use super::credential::Credential;
use super::token::{AccessToken, TokenError, TokenProvider, TokenRequest};
use crate::endpoint::{Cloud, Endpoint};
use crate::error::Error;

/// A provider of tokens that records what it is asked, and the clock of its cache.
#[derive(Clone, Default)]
struct TestProvider {
    asked: Arc<Mutex<Vec<Asked>>>,
    seconds: Arc<AtomicU64>,
}

struct Asked {
    request: TokenRequest,
    answer: Option<oneshot::Sender<Result<AccessToken, TokenError>>>,
}

impl TestProvider {
    fn new() -> (Self, Arc<Credential>) {
        let provider = Self::default();
        let clock = provider.clone();
        let cache = TokenCache::with_clock(provider.as_provider(), move || clock.time(0));
        (provider, Arc::new(Credential::Provider(cache)))
    }

    fn as_provider(&self) -> impl TokenProvider + use<> {
        let asked = Arc::clone(&self.asked);
        move |request: TokenRequest| {
            let (answer, response) = oneshot::channel();
            let answer = Some(answer);
            asked.lock().unwrap().push(Asked { request, answer });
            async { response.await? }
        }
    }

    /// Returns the time that is the given number of seconds from now.
    fn time(&self, seconds: u64) -> SystemTime {
        let now = self.seconds.load(Ordering::Relaxed);
        SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000 + now + seconds)
    }

    fn set_time(&self, seconds: u64) {
        self.seconds.store(seconds, Ordering::Relaxed);
    }

    /// Returns how often the provider was asked.
    fn asked(&self) -> usize {
        self.asked.lock().unwrap().len()
    }

    /// Returns the claims of the last request to the provider.
    fn claims(&self) -> Option<String> {
        let asked = self.asked.lock().unwrap();
        asked.last().unwrap().request.claims().map(str::to_owned)
    }

    /// Answers the request with this number, for which no one may be waiting any more.
    fn answer(&self, number: usize, answer: Result<AccessToken, TokenError>) {
        let answerer = self.asked.lock().unwrap()[number].answer.take().unwrap();
        let _ = answerer.send(answer);
    }

    /// Answers with a token that expires in the given number of seconds.
    fn give(&self, number: usize, secret: &str, life: u64) {
        let expires_on = self.time(life);
        self.answer(
            number,
            Ok(AccessToken::new(secret).with_expires_on(expires_on)),
        );
    }
}

fn endpoint() -> Endpoint {
    Endpoint::new(Cloud::Global)
}

type Waiting = Pin<Box<dyn Future<Output = Result<Option<Authorization>, Error>> + Send>>;

/// Creates a request that asks for a token.
fn request_token(credential: &Arc<Credential>) -> Waiting {
    let credential = Arc::clone(credential);
    Box::pin(async move { credential.authorize(&endpoint()).await })
}

/// Creates a request whose token was refused.
fn refused(
    credential: &Arc<Credential>,
    used: Authorization,
    response: http::Response<Bytes>,
) -> Waiting {
    let credential = Arc::clone(credential);
    Box::pin(async move {
        credential
            .reauthorize(&endpoint(), Some(&used), &response)
            .await
    })
}

/// Polls a request once.
fn poll(waiting: &mut Waiting) -> Option<Result<Option<Authorization>, Error>> {
    match waiting
        .as_mut()
        .poll(&mut Context::from_waker(Waker::noop()))
    {
        Poll::Ready(outcome) => Some(outcome),
        Poll::Pending => None,
    }
}

/// Polls a request once, and returns `waiting`, the token, or the error as text.
fn poll_text(waiting: &mut Waiting) -> String {
    match poll(waiting) {
        None => "waiting".to_owned(),
        Some(outcome) => describe(outcome),
    }
}

fn describe(outcome: Result<Option<Authorization>, Error>) -> String {
    match outcome {
        Ok(Some(authorization)) => secret(&authorization),
        Ok(None) => "none".to_owned(),
        Err(error) => error.to_string(),
    }
}

fn secret(authorization: &Authorization) -> String {
    assert!(authorization.header.is_sensitive());
    let header = authorization.header.to_str().unwrap();
    header.strip_prefix("Bearer ").unwrap().to_owned()
}

/// Polls a new request for a token once.
fn poll_new_request(credential: &Arc<Credential>) -> String {
    poll_text(&mut request_token(credential))
}
