use std::sync::Arc;
use std::time::{Duration, SystemTime};

use futures_util::future::{Shared, WeakShared};
use http::HeaderValue;

use super::Authorization;
use super::cache::Failure;
use crate::transport::BoxFuture;

/// How long before it expires a token is no longer sent: a request is on its way for a while, and clocks differ.
const MARGIN: Duration = Duration::from_secs(60);
/// How long before it expires a token is renewed. The credentials of `azure_identity` give out the same token until then.
const AHEAD: Duration = Duration::from_secs(5 * 60);
/// How long after a renewal that failed the next is tried, while the token still works.
const PAUSE: Duration = Duration::from_secs(30);

/// A question to the provider on its way, which all who wait for the answer move on.
pub(super) type Flight = Shared<BoxFuture<'static, Result<HeaderValue, Failure>>>;

/// What a provider said: the token, and when it expires.
pub(super) type Arrival = Result<(HeaderValue, Option<SystemTime>), Failure>;

/// What is known of the tokens of a client.
#[derive(Default)]
pub(super) struct State {
    kept: Option<Kept>,
    under_way: Option<UnderWay>,
    /// How many flights there have been.
    flights: u64,
}

struct Kept {
    header: HeaderValue,
    claims: Option<Arc<str>>,
    renewed_from: SystemTime,
    used_until: SystemTime,
    pause: Duration,
}

/// The latest flight. It is gone once nobody waits for it.
struct UnderWay {
    number: u64,
    claims: Option<Arc<str>>,
    flight: WeakShared<BoxFuture<'static, Result<HeaderValue, Failure>>>,
}

/// What a request does for its token.
pub(super) enum Next {
    Use(HeaderValue),
    /// Use it while another task renews it. The flight ends with its last handle, which must not be dropped under the lock.
    Meanwhile(HeaderValue, Flight),
    /// Renew it, although it still works.
    Renew(Flight),
    Wait(Flight),
}

impl State {
    /// What a request does at `now`. At most one of those who come renews a token that still works; all others wait for a flight only
    /// where there is no such token.
    pub(super) fn next(
        &mut self,
        now: SystemTime,
        start: impl FnOnce(&mut Self) -> Flight,
    ) -> Next {
        let kept = self.kept.as_ref().filter(|kept| now < kept.used_until);
        match kept {
            Some(kept) if now < kept.renewed_from => Next::Use(kept.header.clone()),
            Some(kept) => match self.flight() {
                Some(flight) => Next::Meanwhile(kept.header.clone(), flight),
                None => Next::Renew(start(self)),
            },
            None => Next::Wait(self.flight().unwrap_or_else(|| start(self))),
        }
    }

    /// The token that still works at `now`.
    pub(super) fn working(&self, now: SystemTime) -> Option<HeaderValue> {
        let kept = self.kept.as_ref().filter(|kept| now < kept.used_until)?;
        Some(kept.header.clone())
    }

    /// What the token was asked for with, if the kept one has this header.
    pub(super) fn claims(&self, header: &HeaderValue) -> Option<&str> {
        let kept = self.kept.as_ref().filter(|kept| kept.header == header)?;
        kept.claims.as_deref()
    }

    /// The flight that is under way.
    fn flight(&self) -> Option<Flight> {
        self.under_way.as_ref()?.flight.upgrade()
    }

    /// The flight that is under way with just these claims.
    pub(super) fn flight_with(&self, claims: &str) -> Option<Flight> {
        let under_way = self.under_way.as_ref()?;
        let same = under_way.claims.as_deref() == Some(claims);
        same.then(|| under_way.flight.upgrade()).flatten()
    }

    /// The number of the next flight.
    pub(super) fn number(&mut self) -> u64 {
        self.flights += 1;
        self.flights
    }

    /// From here on, this is the flight that others join.
    pub(super) fn started(&mut self, number: u64, claims: Option<Arc<str>>, flight: &Flight) {
        self.under_way = flight.downgrade().map(|flight| UnderWay {
            number,
            claims,
            flight,
        });
    }

    /// Keeps what a flight brought, unless another one was started since.
    pub(super) fn landed(&mut self, number: u64, arrival: &Arrival, now: SystemTime) {
        let Some(flight) = self
            .under_way
            .take_if(|under_way| under_way.number == number)
        else {
            return;
        };
        match (arrival, &mut self.kept) {
            (Ok((header, _)), Some(kept)) if kept.header == header && now < kept.used_until => {
                kept.put_off(now);
            }
            (Ok((header, expires_on)), kept) => {
                *kept = expires_on
                    .and_then(|expires_on| Kept::new(header, flight.claims, expires_on, now));
            }
            (Err(_), Some(kept)) => kept.put_off(now),
            (Err(_), None) => {}
        }
    }

    /// Forgets the token that was refused, unless another one has taken its place.
    pub(super) fn forget(&mut self, refused: &Authorization) {
        self.kept.take_if(|kept| kept.header == refused.header);
    }
}

impl Kept {
    /// `None` where the token has expired on its way here: it is used by those who waited for it, and the service says what it thinks.
    ///
    /// A token of a short life is used and renewed at a like share of it.
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
            renewed_from: expires_on.checked_sub(AHEAD.min(life / 2))?,
            used_until: expires_on.checked_sub(MARGIN.min(life / 10))?,
            pause: PAUSE.min(life / 20),
        })
    }

    /// The renewal failed, or brought the same token.
    fn put_off(&mut self, now: SystemTime) {
        self.renewed_from = now.checked_add(self.pause).unwrap_or(self.used_until);
    }
}
