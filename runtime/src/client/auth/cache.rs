use std::error::Error as StdError;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use futures_util::FutureExt;
use http::HeaderValue;

use super::header::bearer;
use super::state::{Arrival, Flight, Next, State};
use super::{Authorization, TokenProvider, TokenRequest, Trial};
use crate::endpoint::Endpoint;
use crate::error::{Error, ErrorKind};

/// The tokens of a provider, each kept until shortly before it expires, and asked for once however many wait for it.
pub(in crate::client) struct TokenCache(Arc<Inner>);

struct Inner {
    provider: Box<dyn TokenProvider>,
    clock: Box<dyn Fn() -> SystemTime + Send + Sync>,
    state: Mutex<State>,
}

/// Why there is no token, for everyone who waited for it.
#[derive(Clone)]
pub(super) struct Failure {
    message: &'static str,
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

impl TokenCache {
    pub(super) fn new(provider: impl TokenProvider) -> Self {
        Self::with_clock(provider, SystemTime::now)
    }

    pub(super) fn with_clock(
        provider: impl TokenProvider,
        clock: impl Fn() -> SystemTime + Send + Sync + 'static,
    ) -> Self {
        Self(Arc::new(Inner {
            provider: Box::new(provider),
            clock: Box::new(clock),
            state: Mutex::default(),
        }))
    }

    /// A token that works now.
    pub(super) async fn token(&self, endpoint: &Endpoint) -> Result<HeaderValue, Failure> {
        match self.next(endpoint) {
            Next::Use(header) => Ok(header),
            Next::Meanwhile(header, flight) => {
                drop(flight);
                Ok(header)
            }
            Next::Wait(flight) => flight.await,
            Next::Renew(flight) => self.renewed(flight).await,
        }
    }

    fn next(&self, endpoint: &Endpoint) -> Next {
        let now = (self.0.clock)();
        let start = |state: &mut State| self.start(state, TokenRequest::new(endpoint));
        self.0.state().next(now, start)
    }

    /// The new token, or the old one while that works.
    async fn renewed(&self, flight: Flight) -> Result<HeaderValue, Failure> {
        let renewal = flight.await;
        renewal.or_else(|failure| {
            let now = (self.0.clock)();
            self.0.state().working(now).ok_or(failure)
        })
    }

    /// A token other than the one that was refused, for want of these claims.
    pub(super) async fn other(
        &self,
        endpoint: &Endpoint,
        refused: &Authorization,
        claims: String,
    ) -> Result<Option<Authorization>, Failure> {
        let (header, trial) = match self.instead(endpoint, refused, claims) {
            Instead::None => return Ok(None),
            Instead::Use(header, trial) => (header, trial),
            Instead::Wait(flight) => (flight.await?, Trial::Last),
        };
        let other = Authorization { header, trial };
        if other.header == refused.header {
            // The provider has no other.
            self.forget(refused);
            return Ok(None);
        }
        Ok(Some(other))
    }

    fn instead(&self, endpoint: &Endpoint, refused: &Authorization, claims: String) -> Instead {
        let now = (self.0.clock)();
        let mut state = self.0.state();
        state.forget(refused);
        if refused.trial == Trial::Last {
            return Instead::None;
        }
        if let Some(successor) = state.working(now) {
            if state.claims(&successor) == Some(&claims) {
                return Instead::Use(successor, Trial::Last);
            }
            if refused.trial == Trial::First {
                return Instead::Use(successor, Trial::Successor);
            }
        }
        Instead::Wait(state.flight_with(&claims).unwrap_or_else(|| {
            let request = TokenRequest::new(endpoint).with_claims(claims);
            self.start(&mut state, request)
        }))
    }

    /// Forgets the token that was refused: the next request asks anew.
    pub(super) fn forget(&self, refused: &Authorization) {
        self.0.state().forget(refused);
    }

    /// Asks the provider, as soon as somebody waits for it. What it says is kept before anyone who waited goes on.
    fn start(&self, state: &mut State, request: TokenRequest) -> Flight {
        let number = state.number();
        let claims = request.shared_claims();
        let inner = Arc::clone(&self.0);
        let flight = async move {
            let arrival = inner.ask(request).await;
            let now = (inner.clock)();
            inner.state().landed(number, &arrival, now);
            arrival.map(|(header, _)| header)
        };
        let flight = flight.boxed().shared();
        state.started(number, claims, &flight);
        flight
    }
}

impl Inner {
    /// A panic would leave those who wait without an answer.
    async fn ask(&self, request: TokenRequest) -> Arrival {
        let asking = AssertUnwindSafe(async { self.provider.token(request).await });
        let token = match asking.catch_unwind().await {
            Ok(Ok(token)) => token,
            Ok(Err(error)) => {
                return Err(Failure::new("no token could be had", Some(error.into())));
            }
            Err(_) => return Err(Failure::new("the provider of tokens panicked", None)),
        };
        let header = bearer(&token).map_err(|why| Failure::new(why, None))?;
        Ok((header, token.expires_on()))
    }

    /// A thread that panicked while it held the lock left nothing half done.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

enum Instead {
    None,
    Use(HeaderValue, Trial),
    Wait(Flight),
}

impl Failure {
    fn new(message: &'static str, source: Option<Arc<dyn StdError + Send + Sync>>) -> Self {
        Self { message, source }
    }
}

impl From<Failure> for Error {
    fn from(failure: Failure) -> Self {
        let error = Self::new(ErrorKind::Credential, failure.message);
        match failure.source {
            Some(source) => error.with_shared_source(source),
            None => error,
        }
    }
}
