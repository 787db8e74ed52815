use std::sync::Arc;
use std::time::{Duration, SystemTime};

use futures_util::future::{Shared, WeakShared};
use http::HeaderValue;

use super::authorization::Authorization;
use super::failure::TokenFailure;
use crate::transport::BoxFuture;

/// The time before its expiry from which a token is no longer sent: a request takes a while to arrive, and clocks differ.
const EXPIRY_MARGIN: Duration = Duration::from_secs(60);
/// The time before its expiry from which a token is renewed. The credentials of `azure_identity` return the same token until then.
const RENEWAL_MARGIN: Duration = Duration::from_secs(5 * 60);
/// The time after a failed renewal until the next, while the token is still valid.
const RENEWAL_PAUSE: Duration = Duration::from_secs(30);

/// A call of the provider, which is polled by all requests that wait for the token.
pub(super) type TokenFetch = Shared<BoxFuture<'static, Result<HeaderValue, TokenFailure>>>;

/// The result of a fetch: the token as a header, and its expiry.
pub(super) type FetchResult = Result<(HeaderValue, Option<SystemTime>), TokenFailure>;

/// The state of the cache: the token, and the fetch of the next.
#[derive(Default)]
pub(super) struct CacheState {
    cached: Option<CachedToken>,
    pending: Option<PendingFetch>,
    last_fetch_id: u64,
}

struct CachedToken {
    header: HeaderValue,
    claims: Option<Arc<str>>,
    renew_from: SystemTime,
    valid_until: SystemTime,
    renewal_pause: Duration,
}

/// The latest fetch. It ends when no request waits for it.
struct PendingFetch {
    id: u64,
    claims: Option<Arc<str>>,
    fetch: WeakShared<BoxFuture<'static, Result<HeaderValue, TokenFailure>>>,
}

/// The result of looking up the token in the cache.
pub(super) enum Lookup {
    /// The token is valid.
    Valid(HeaderValue),
    /// The token is valid, and another request renews it. Dropping the last handle of the fetch ends it, which must not happen under the
    /// lock.
    Renewing(HeaderValue, TokenFetch),
    /// The token is valid, and this request is to renew it.
    Renew(TokenFetch),
    /// There is no valid token.
    Missing(TokenFetch),
}

impl CacheState {
    /// Looks up the token at the time `now`. One request renews a token that is still valid; the others wait for a fetch only if there is
    /// no valid token.
    pub(super) fn look_up(
        &mut self,
        now: SystemTime,
        start: impl FnOnce(&mut Self) -> TokenFetch,
    ) -> Lookup {
        match self.valid_at(now) {
            Some(token) if now < token.renew_from => Lookup::Valid(token.header.clone()),
            Some(token) => match self.pending_fetch() {
                Some(fetch) => Lookup::Renewing(token.header.clone(), fetch),
                None => Lookup::Renew(start(self)),
            },
            None => Lookup::Missing(self.pending_fetch().unwrap_or_else(|| start(self))),
        }
    }

    /// Returns the token if it is valid at the time `now`.
    pub(super) fn valid_token(&self, now: SystemTime) -> Option<HeaderValue> {
        Some(self.valid_at(now)?.header.clone())
    }

    fn valid_at(&self, now: SystemTime) -> Option<&CachedToken> {
        self.cached.as_ref().filter(|token| now < token.valid_until)
    }

    /// Returns the claims that the cached token was requested with, if it has this header.
    pub(super) fn claims_of(&self, header: &HeaderValue) -> Option<&str> {
        let cached = self.cached.as_ref();
        let token = cached.filter(|token| token.header == header)?;
        token.claims.as_deref()
    }

    fn pending_fetch(&self) -> Option<TokenFetch> {
        self.pending.as_ref()?.fetch.upgrade()
    }

    /// Returns the pending fetch if it requests exactly these claims.
    pub(super) fn pending_fetch_with(&self, claims: &str) -> Option<TokenFetch> {
        let pending = self.pending.as_ref();
        let pending = pending.filter(|pending| pending.claims.as_deref() == Some(claims))?;
        pending.fetch.upgrade()
    }

    /// Returns a new id for a fetch.
    pub(super) const fn next_fetch_id(&mut self) -> u64 {
        self.last_fetch_id += 1;
        self.last_fetch_id
    }

    /// Makes `fetch` the one that later requests wait for.
    pub(super) fn set_pending(&mut self, id: u64, claims: Option<Arc<str>>, fetch: &TokenFetch) {
        self.pending = fetch
            .downgrade()
            .map(|fetch| PendingFetch { id, claims, fetch });
    }

    /// Caches the result of a fetch, unless another fetch was started since.
    pub(super) fn finish_fetch(&mut self, id: u64, result: &FetchResult, now: SystemTime) {
        let Some(pending) = self.pending.take_if(|pending| pending.id == id) else {
            return;
        };
        match (result, &mut self.cached) {
            (Ok((header, _)), Some(token)) if token.header == header && now < token.valid_until => {
                token.postpone_renewal(now);
            }
            (Ok((header, expires_on)), cached) => {
                *cached = expires_on.and_then(|expires_on| {
                    CachedToken::new(header, pending.claims, expires_on, now)
                });
            }
            (Err(_), Some(token)) => token.postpone_renewal(now),
            (Err(_), None) => {}
        }
    }

    /// Forgets a token that was refused, unless another one has replaced it.
    pub(super) fn forget(&mut self, refused: &Authorization) {
        self.cached.take_if(|token| token.header == refused.header);
    }
}

impl CachedToken {
    /// Creates the entry of a token, or `None` if it has expired already: then only the requests that waited for it use it, and the service
    /// decides.
    ///
    /// For a token of a short life, the margins are a share of that life.
    fn new(
        header: &HeaderValue,
        claims: Option<Arc<str>>,
        expires_on: SystemTime,
        now: SystemTime,
    ) -> Option<Self> {
        let life = expires_on.duration_since(now).ok()?;
        Some(Self {
            header: header.clone(),
            claims,
            renew_from: expires_on.checked_sub(RENEWAL_MARGIN.min(life / 2))?,
            valid_until: expires_on.checked_sub(EXPIRY_MARGIN.min(life / 10))?,
            renewal_pause: RENEWAL_PAUSE.min(life / 20),
        })
    }

    /// Postpones the next renewal, since the last one failed or returned the same token.
    fn postpone_renewal(&mut self, now: SystemTime) {
        let renew_from = now.checked_add(self.renewal_pause);
        self.renew_from = renew_from.unwrap_or(self.valid_until);
    }
}
