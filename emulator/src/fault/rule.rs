use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::time::Duration;

use bytes::Bytes;
use http::Request;
use http::header::AUTHORIZATION;

use crate::http::Elsewhere;
use crate::odata::key_segment::separate_keys;
use crate::odata::path;

use super::when::{Schedule, When};

/// A condition, and what it has to remember of earlier requests.
#[derive(Debug)]
pub(super) struct Rule {
    when: When,
    path: Vec<String>,
    /// The number of requests with the condition's method and path.
    seen: u64,
    window: Option<Window>,
    token: Token,
}

/// A request that a rule has chosen.
#[derive(Debug)]
pub(super) struct Chosen {
    pub(super) window_remaining: Option<Duration>,
}

/// The current window of a budget.
#[derive(Debug, Clone, Copy)]
struct Window {
    since: Duration,
    requests: u64,
}

/// The token that is rejected. Only its hash is kept, which is enough to recognize it.
#[derive(Debug)]
enum Token {
    Unknown,
    Rejected(RandomState, u64),
    Renewed,
}

impl Rule {
    pub(super) fn new(when: When) -> Self {
        let path = when.path.as_deref().and_then(path::decode);
        let path = separate_keys(&path.unwrap_or_default()).into_iter();
        Self {
            when,
            path: path.filter(|segment| !segment.is_empty()).collect(),
            seen: 0,
            window: None,
            token: Token::Unknown,
        }
    }

    /// Counts a request, and returns whether it is chosen.
    pub(super) fn choose(&mut self, request: &Request<Bytes>, now: Duration) -> Option<Chosen> {
        if !self.applies_to(request) {
            return None;
        }
        self.seen += 1;
        let count = self.seen.checked_sub(self.when.skipped)?;
        if count == 0 {
            return None;
        }
        let mut window_remaining = None;
        let is_chosen = match self.when.schedule {
            Schedule::Always => true,
            Schedule::Next(requests) => count <= requests,
            Schedule::Every(n) => count.is_multiple_of(n),
            Schedule::Chance { probability, seed } => random(seed, count) < probability,
            Schedule::Over { requests, window } => {
                window_remaining = self.spend(requests, window, now);
                window_remaining.is_some()
            }
            Schedule::UntilAnotherToken => self.token.is_rejected(request),
        };
        is_chosen.then_some(Chosen { window_remaining })
    }

    fn applies_to(&self, request: &Request<Bytes>) -> bool {
        let method = self.when.method.as_deref();
        method.is_none_or(|method| request.method().as_str().eq_ignore_ascii_case(method))
            && (!self.when.is_elsewhere || request.extensions().get::<Elsewhere>().is_some())
            && (self.when.path.is_none() || self.has_below(request.uri().path()))
    }

    fn has_below(&self, path: &str) -> bool {
        let segments = separate_keys(&path::decode(path).unwrap_or_default());
        let below_version = segments.get(1..).unwrap_or_default();
        below_version.starts_with(&self.path)
    }

    /// Spends a request of the budget, or returns the time until the window ends if the budget is used up.
    fn spend(&mut self, budget: u64, length: Duration, now: Duration) -> Option<Duration> {
        let open = self
            .window
            .filter(|window| now.saturating_sub(window.since) < length);
        let Window { since, requests } = open.unwrap_or(Window {
            since: now,
            requests: 0,
        });
        self.window = Some(Window {
            since,
            requests: requests.saturating_add(1),
        });
        (requests >= budget).then(|| length.saturating_sub(now.saturating_sub(since)))
    }
}

impl Token {
    fn is_rejected(&mut self, request: &Request<Bytes>) -> bool {
        let token = request.headers().get(AUTHORIZATION);
        match self {
            Self::Unknown => {
                let state = RandomState::new();
                let hash = state.hash_one(token);
                *self = Self::Rejected(state, hash);
                true
            }
            Self::Rejected(state, hash) if state.hash_one(token) == *hash => true,
            Self::Rejected(..) => {
                *self = Self::Renewed;
                false
            }
            Self::Renewed => false,
        }
    }
}

/// Returns a number from 0 to 1 for each request of a seed (`SplitMix64`).
fn random(seed: u64, count: u64) -> f64 {
    let mut bits = seed.wrapping_add(count.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    let upper = u32::try_from((bits ^ (bits >> 31)) >> 32).unwrap_or(0);
    f64::from(upper) / (f64::from(u32::MAX) + 1.0)
}
