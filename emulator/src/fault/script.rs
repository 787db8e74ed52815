use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::Request;
use http::header::AUTHORIZATION;

use super::Fault;
use super::when::{Schedule, When};
use crate::{lock, place};

/// Faults, and the requests that meet them.
#[derive(Debug, Default)]
pub(crate) struct Script(Mutex<Vec<Rule>>);

impl Script {
    pub(crate) fn add(&self, fault: Fault, when: When) {
        lock(&self.0).push(Rule::new(fault, when));
    }

    pub(crate) fn clear(&self) {
        lock(&self.0).clear();
    }

    /// What a request meets, if anything: the first fault whose time has come. Those behind it do not see the request.
    pub(crate) fn meet(&self, request: &Request<Bytes>, now: Instant) -> Option<Met> {
        let mut rules = lock(&self.0);
        rules.iter_mut().find_map(|rule| rule.meet(request, now))
    }
}

/// A fault that a request has met.
#[derive(Debug)]
pub(crate) struct Met {
    pub(crate) fault: Fault,
    /// How long it takes until the budget is there again.
    pub(super) left: Option<Duration>,
}

#[derive(Debug)]
struct Rule {
    fault: Fault,
    when: When,
    path: Vec<String>,
    /// The requests so far that it is about.
    seen: u64,
    /// The budget: since when, and how many requests since.
    window: Option<(Instant, u64)>,
    token: Token,
}

/// The token that is refused. It is not kept: its hash tells it from another.
#[derive(Debug)]
enum Token {
    NotYet,
    Refused(RandomState, u64),
    Renewed,
}

impl Rule {
    fn new(fault: Fault, when: When) -> Self {
        let path = when.path.as_deref().and_then(place::decode);
        let path = path.unwrap_or_default().into_iter();
        Self {
            fault,
            when,
            path: path.filter(|segment| !segment.is_empty()).collect(),
            seen: 0,
            window: None,
            token: Token::NotYet,
        }
    }

    fn meet(&mut self, request: &Request<Bytes>, now: Instant) -> Option<Met> {
        if !self.is_about(request) {
            return None;
        }
        self.seen += 1;
        let count = self.seen.checked_sub(self.when.skipped)?;
        if count == 0 {
            return None;
        }
        let mut left = None;
        let is_met = match self.when.schedule {
            Schedule::Always => true,
            Schedule::Next(requests) => count <= requests,
            Schedule::Every(n) => count.is_multiple_of(n),
            Schedule::Chance { probability, seed } => chance(seed, count) < probability,
            Schedule::Over { requests, window } => {
                left = self.over(requests, window, now);
                left.is_some()
            }
            Schedule::UntilAnotherToken => self.token.is_refused(request),
        };
        is_met.then(|| Met {
            fault: self.fault.clone(),
            left,
        })
    }

    fn is_about(&self, request: &Request<Bytes>) -> bool {
        let method = self.when.method.as_deref();
        method.is_none_or(|method| request.method().as_str().eq_ignore_ascii_case(method))
            && (self.when.path.is_none() || self.is_below(request.uri().path()))
    }

    fn is_below(&self, path: &str) -> bool {
        let segments = place::decode(path).unwrap_or_default();
        let below_version = segments.get(1..).unwrap_or_default();
        below_version.starts_with(&self.path)
    }

    /// What is left of the time, where the budget of it is used up.
    fn over(&mut self, budget: u64, window: Duration, now: Instant) -> Option<Duration> {
        let open = self
            .window
            .filter(|(since, _)| now.duration_since(*since) < window);
        let (since, used) = open.unwrap_or((now, 0));
        self.window = Some((since, used.saturating_add(1)));
        (used >= budget).then(|| window.saturating_sub(now.duration_since(since)))
    }
}

impl Token {
    fn is_refused(&mut self, request: &Request<Bytes>) -> bool {
        let token = request.headers().get(AUTHORIZATION);
        match self {
            Self::NotYet => {
                let state = RandomState::new();
                let hash = state.hash_one(token);
                *self = Self::Refused(state, hash);
                true
            }
            Self::Refused(state, hash) if state.hash_one(token) == *hash => true,
            Self::Refused(..) => {
                *self = Self::Renewed;
                false
            }
            Self::Renewed => false,
        }
    }
}

/// A number from 0 to 1 for each request of a seed (`SplitMix64`).
fn chance(seed: u64, count: u64) -> f64 {
    let mut bits = seed.wrapping_add(count.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    let upper = u32::try_from((bits ^ (bits >> 31)) >> 32).unwrap_or(0);
    f64::from(upper) / (f64::from(u32::MAX) + 1.0)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use super::*;

    fn request(method: &str, path: &str, token: &str) -> Request<Bytes> {
        let request = Request::builder().method(method).uri(path);
        let request = request.header(AUTHORIZATION, format!("Bearer {token}"));
        request.body(Bytes::new()).unwrap()
    }

    /// Which of so many requests meet a fault.
    fn met(when: When, requests: usize) -> Vec<usize> {
        let script = Script::default();
        script.add(Fault::hang_up(), when);
        let request = request("GET", "/beta/users", "t");
        let all = 1..=requests;
        all.filter(|_| script.meet(&request, Instant::now()).is_some())
            .collect()
    }

    #[test]
    fn the_next_are_met_once() {
        assert_eq!(met(When::next(2), 5), [1, 2]);
        assert_eq!(met(When::next(0), 5), [0; 0]);
        assert_eq!(met(When::next(2).after(1), 5), [2, 3]);
    }

    #[test]
    fn every_nth_is_met() {
        assert_eq!(met(When::every(3), 7), [3, 6]);
        assert_eq!(met(When::every(2).after(1), 6), [3, 5]);
        assert_eq!(met(When::always(), 3), [1, 2, 3]);
    }

    #[test]
    fn chance_is_the_same_for_a_seed_and_as_often_as_it_says() {
        assert_eq!(
            met(When::chance(0.3, 7), 200),
            met(When::chance(0.3, 7), 200)
        );
        assert_ne!(
            met(When::chance(0.3, 7), 200),
            met(When::chance(0.3, 8), 200)
        );
        assert_eq!(met(When::chance(0.0, 7), 200), [0; 0]);
        assert_eq!(met(When::chance(1.0, 7), 200).len(), 200);
        let often = met(When::chance(0.3, 7), 10_000).len();
        assert!((2_800..3_200).contains(&often), "{often}");
    }

    #[test]
    fn a_budget_is_there_again_when_its_time_is_over() {
        let script = Script::default();
        let window = Duration::from_secs(10);
        script.add(Fault::status(429), When::over(2, window));
        let request = request("GET", "/beta/users", "t");
        let start = Instant::now();
        let left = |seconds| {
            let met = script.meet(&request, start + Duration::from_secs(seconds));
            met.map(|met| met.left.unwrap().as_secs())
        };
        assert_eq!(
            [left(0), left(1), left(2), left(9)],
            [None, None, Some(8), Some(1)]
        );
        assert_eq!([left(13), left(14), left(15)], [None, None, Some(8)]);
    }

    #[test]
    fn a_token_is_refused_until_another_comes() {
        let script = Script::default();
        script.add(Fault::status(401), When::until_another_token());
        let tokens = ["a", "a", "b", "a", "c"];
        let refused = tokens.map(|token| {
            let request = request("GET", "/beta/users", token);
            script.meet(&request, Instant::now()).is_some()
        });
        assert_eq!(refused, [true, true, false, false, false]);
        assert!(!format!("{script:?}").contains("Bearer"));
    }

    #[test]
    fn what_a_condition_is_not_about_does_not_count() {
        let script = Script::default();
        let when = When::next(1).method("patch").path("/users/a%2Fb");
        script.add(Fault::hang_up(), when);
        for (method, path, is_met) in [
            ("GET", "/beta/users/a%2Fb", false),
            ("PATCH", "/beta/users", false),
            ("PATCH", "/beta/users/a/b", false),
            ("PATCH", "/beta/users/a%2fb/lists/1", true),
            ("PATCH", "/v1.0/users/a%2fb", false),
        ] {
            let met = script.meet(&request(method, path, "t"), Instant::now());
            assert_eq!(met.is_some(), is_met, "{method} {path}");
        }
    }

    #[test]
    fn the_first_fault_whose_time_has_come_hides_the_request_from_the_others() {
        let script = Script::default();
        script.add(Fault::status(500), When::next(1).after(1));
        script.add(Fault::status(503), When::next(2));
        let request = request("GET", "/beta/users", "t");
        let faults = [(); 4].map(|()| {
            let met = script.meet(&request, Instant::now());
            met.map(|met| met.fault)
        });
        let [of_500, of_503] = [500, 503].map(|status| Some(Fault::status(status)));
        assert_eq!(faults, [of_503.clone(), of_500, of_503, None]);
    }
}
