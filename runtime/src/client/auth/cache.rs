use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use futures_util::FutureExt;
use http::HeaderValue;

use super::authorization::{Authorization, ChallengeStage};
use super::failure::TokenFailure;
use super::header::bearer;
use super::state::{CacheState, FetchResult, Lookup, TokenFetch};
use super::token::{TokenProvider, TokenRequest};
use crate::endpoint::Endpoint;

/// A cache of the tokens of a provider. It keeps a token until shortly before it expires, and asks the provider once for all requests that
/// wait.
pub(in crate::client) struct TokenCache(Arc<Inner>);

struct Inner {
    provider: Box<dyn TokenProvider>,
    clock: Box<dyn Fn() -> SystemTime + Send + Sync>,
    state: Mutex<CacheState>,
}

/// The token that may replace a refused one.
enum Replacement {
    None,
    Cached(HeaderValue, ChallengeStage),
    Fetch(TokenFetch),
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

    /// Returns a token that is valid now.
    pub(super) async fn token(&self, endpoint: &Endpoint) -> Result<HeaderValue, TokenFailure> {
        match self.look_up(endpoint) {
            Lookup::Valid(header) => Ok(header),
            Lookup::Renewing(header, fetch) => {
                drop(fetch);
                Ok(header)
            }
            Lookup::Renew(fetch) => self.renew(fetch).await,
            Lookup::Missing(fetch) => fetch.await,
        }
    }

    fn look_up(&self, endpoint: &Endpoint) -> Lookup {
        let now = (self.0.clock)();
        let start = |state: &mut CacheState| self.start_fetch(state, TokenRequest::new(endpoint));
        self.0.state().look_up(now, start)
    }

    /// Returns the new token, or the old one if the renewal fails while that is still valid.
    async fn renew(&self, fetch: TokenFetch) -> Result<HeaderValue, TokenFailure> {
        let renewed = fetch.await;
        renewed.or_else(|failure| {
            let now = (self.0.clock)();
            self.0.state().valid_token(now).ok_or(failure)
        })
    }

    /// Returns another token than `refused`, which the service refused with these claims, if there is one.
    pub(super) async fn replace(
        &self,
        endpoint: &Endpoint,
        refused: &Authorization,
        claims: String,
    ) -> Result<Option<Authorization>, TokenFailure> {
        let (header, stage) = match self.replacement(endpoint, refused, claims) {
            Replacement::None => return Ok(None),
            Replacement::Cached(header, stage) => (header, stage),
            Replacement::Fetch(fetch) => (fetch.await?, ChallengeStage::Final),
        };
        if header == refused.header {
            // The provider returned the refused token again.
            self.forget(refused);
            return Ok(None);
        }
        Ok(Some(Authorization { header, stage }))
    }

    fn replacement(
        &self,
        endpoint: &Endpoint,
        refused: &Authorization,
        claims: String,
    ) -> Replacement {
        let now = (self.0.clock)();
        let mut state = self.0.state();
        state.forget(refused);
        if refused.stage == ChallengeStage::Final {
            return Replacement::None;
        }
        if let Some(successor) = state.valid_token(now) {
            if state.claims_of(&successor) == Some(&claims) {
                return Replacement::Cached(successor, ChallengeStage::Final);
            }
            if refused.stage == ChallengeStage::Initial {
                return Replacement::Cached(successor, ChallengeStage::Successor);
            }
        }
        Replacement::Fetch(state.pending_fetch_with(&claims).unwrap_or_else(|| {
            let request = TokenRequest::new(endpoint).with_claims(claims);
            self.start_fetch(&mut state, request)
        }))
    }

    /// Forgets a token that was refused: the next request asks the provider.
    pub(super) fn forget(&self, refused: &Authorization) {
        self.0.state().forget(refused);
    }

    /// Creates a fetch, which asks the provider once it is polled. The result is cached before the first waiting request continues.
    fn start_fetch(&self, state: &mut CacheState, request: TokenRequest) -> TokenFetch {
        let id = state.next_fetch_id();
        let claims = request.shared_claims();
        let inner = Arc::clone(&self.0);
        let fetch = async move {
            let result = inner.ask_provider(request).await;
            let now = (inner.clock)();
            inner.state().finish_fetch(id, &result, now);
            result.map(|(header, _)| header)
        };
        let fetch = fetch.boxed().shared();
        state.set_pending(id, claims, &fetch);
        fetch
    }
}

impl Inner {
    /// Asks the provider for a token. A panic becomes a failure, since it would leave the waiting requests without a result.
    async fn ask_provider(&self, request: TokenRequest) -> FetchResult {
        let asking = AssertUnwindSafe(async { self.provider.token(request).await });
        let token = match asking.catch_unwind().await {
            Ok(Ok(token)) => token,
            Ok(Err(error)) => {
                let message = "the token provider returned an error";
                return Err(TokenFailure::new(message, Some(error.into())));
            }
            Err(_) => return Err(TokenFailure::new("the token provider panicked", None)),
        };
        let header = bearer(&token).map_err(|reason| TokenFailure::new(reason, None))?;
        Ok((header, token.expires_on()))
    }

    /// Locks the state. A poisoned lock is fine, since no change of the state can be interrupted halfway.
    fn state(&self) -> MutexGuard<'_, CacheState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
