//! The cache by a clock that stands still, and a provider that answers when it is told to.

mod keeping;
mod refusal;
mod sharing;

use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::{Duration, SystemTime};

use tokio::sync::oneshot;

use super::*;
use crate::Cloud;

/// A client with a provider, and the provider's side of it.
#[derive(Clone, Default)]
struct Desk {
    asked: Arc<Mutex<Vec<Asked>>>,
    seconds: Arc<AtomicU64>,
}

struct Asked {
    request: TokenRequest,
    answer: Option<oneshot::Sender<Result<AccessToken, TokenError>>>,
}

impl Desk {
    fn new() -> (Self, Arc<Credential>) {
        let desk = Self::default();
        let clock = desk.clone();
        let cache = TokenCache::with_clock(desk.provider(), move || clock.time(0));
        (desk, Arc::new(Credential::Provider(cache)))
    }

    fn provider(&self) -> impl TokenProvider + use<> {
        let asked = Arc::clone(&self.asked);
        move |request: TokenRequest| {
            let (answer, answered) = oneshot::channel();
            let answer = Some(answer);
            asked.lock().unwrap().push(Asked { request, answer });
            async { answered.await? }
        }
    }

    /// The time, so many seconds from now.
    fn time(&self, seconds: u64) -> SystemTime {
        let now = self.seconds.load(Ordering::Relaxed);
        SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000 + now + seconds)
    }

    fn set_time(&self, seconds: u64) {
        self.seconds.store(seconds, Ordering::Relaxed);
    }

    /// How often the provider was asked.
    fn asked(&self) -> usize {
        self.asked.lock().unwrap().len()
    }

    /// The claims that the provider was last asked with.
    fn claims(&self) -> Option<String> {
        let asked = self.asked.lock().unwrap();
        asked.last().unwrap().request.claims().map(str::to_owned)
    }

    /// Answers the question of this number. It may be that nobody waits for it any more.
    fn answer(&self, number: usize, answer: Result<AccessToken, TokenError>) {
        let answerer = self.asked.lock().unwrap()[number].answer.take().unwrap();
        let _ = answerer.send(answer);
    }

    /// Answers with a token that lives for so many seconds.
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

/// A request that wants a token.
fn wanting(credential: &Arc<Credential>) -> Waiting {
    let credential = Arc::clone(credential);
    Box::pin(async move { credential.authorize(&endpoint()).await })
}

/// A request whose token was refused.
fn refused(
    credential: &Arc<Credential>,
    used: Authorization,
    response: http::Response<Bytes>,
) -> Waiting {
    let credential = Arc::clone(credential);
    Box::pin(async move { credential.answer(&endpoint(), Some(&used), &response).await })
}

/// Lets it go on as far as it can.
fn poll(waiting: &mut Waiting) -> Option<Result<Option<Authorization>, Error>> {
    match waiting
        .as_mut()
        .poll(&mut Context::from_waker(Waker::noop()))
    {
        Poll::Ready(outcome) => Some(outcome),
        Poll::Pending => None,
    }
}

/// Where it stands: waiting, the token, or the error.
fn state_of(waiting: &mut Waiting) -> String {
    match poll(waiting) {
        None => "waiting".to_owned(),
        Some(outcome) => told(outcome),
    }
}

fn told(outcome: Result<Option<Authorization>, Error>) -> String {
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

/// Where a request that wants a token stands at once.
fn at_once(credential: &Arc<Credential>) -> String {
    state_of(&mut wanting(credential))
}

#[test]
fn loopback_is_known_whatever_the_scheme_and_port() {
    for (url, loopback) in [
        ("http://127.0.0.1:8080", true),
        ("https://localhost", true),
        ("https://[::1]:8443/graph", true),
        ("https://graph.microsoft.com", false),
        ("https://localhost.example", false),
    ] {
        let endpoint = Endpoint::parse(url).unwrap();
        assert_eq!(endpoint.is_loopback(), loopback, "{url}");
    }
}
