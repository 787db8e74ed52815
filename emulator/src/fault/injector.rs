use std::sync::Mutex;
use std::time::Duration;

use bytes::Bytes;
use http::Request;

use crate::sync::lock;

use super::definition::Fault;
use super::rule::Rule;
use super::when::When;

/// The injected faults, each with its condition.
#[derive(Debug, Default)]
pub(crate) struct FaultInjector(Mutex<Vec<InjectedFault>>);

#[derive(Debug)]
struct InjectedFault {
    fault: Fault,
    rule: Rule,
}

/// A fault that a request encounters.
#[derive(Debug)]
pub(crate) struct TriggeredFault {
    pub(crate) fault: Fault,
    /// The time until the budget of the fault is renewed, if it has one.
    pub(crate) window_remaining: Option<Duration>,
}

impl FaultInjector {
    pub(crate) fn add(&self, fault: Fault, when: When) {
        let rule = Rule::new(when);
        lock(&self.0).push(InjectedFault { fault, rule });
    }

    pub(crate) fn clear(&self) {
        lock(&self.0).clear();
    }

    /// Returns the fault that a request encounters, the first one if there are several. Later ones do not count the request.
    ///
    /// `now` is the time of the [clock](crate::clock::Clock::elapsed).
    pub(crate) fn trigger(
        &self,
        request: &Request<Bytes>,
        now: Duration,
    ) -> Option<TriggeredFault> {
        let mut injected = lock(&self.0);
        injected
            .iter_mut()
            .find_map(|InjectedFault { fault, rule }| {
                let chosen = rule.choose(request, now)?;
                Some(TriggeredFault {
                    fault: fault.clone(),
                    window_remaining: chosen.window_remaining,
                })
            })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use http::header::AUTHORIZATION;

    use super::*;

    fn request(method: &str, path: &str, token: &str) -> Request<Bytes> {
        let request = Request::builder().method(method).uri(path);
        let request = request.header(AUTHORIZATION, format!("Bearer {token}"));
        request.body(Bytes::new()).unwrap()
    }

    /// Returns which of the requests encounter the fault.
    fn chosen(when: When, requests: usize) -> Vec<usize> {
        let injector = FaultInjector::default();
        injector.add(Fault::hang_up(), when);
        let request = request("GET", "/beta/users", "t");
        let all = 1..=requests;
        all.filter(|_| injector.trigger(&request, Duration::ZERO).is_some())
            .collect()
    }

    #[test]
    fn the_next_requests_are_chosen_once() {
        assert_eq!(chosen(When::next(2), 5), [1, 2]);
        assert_eq!(chosen(When::next(0), 5), [0; 0]);
        assert_eq!(chosen(When::next(2).after(1), 5), [2, 3]);
    }

    #[test]
    fn every_nth_request_is_chosen() {
        assert_eq!(chosen(When::every(3), 7), [3, 6]);
        assert_eq!(chosen(When::every(2).after(1), 6), [3, 5]);
        assert_eq!(chosen(When::always(), 3), [1, 2, 3]);
    }

    #[test]
    fn chance_depends_on_the_seed_and_has_the_given_probability() {
        assert_eq!(
            chosen(When::chance(0.3, 7), 200),
            chosen(When::chance(0.3, 7), 200)
        );
        assert_ne!(
            chosen(When::chance(0.3, 7), 200),
            chosen(When::chance(0.3, 8), 200)
        );
        assert_eq!(chosen(When::chance(0.0, 7), 200), [0; 0]);
        assert_eq!(chosen(When::chance(1.0, 7), 200).len(), 200);
        let often = chosen(When::chance(0.3, 7), 10_000).len();
        assert!((2_800..3_200).contains(&often), "{often}");
    }

    #[test]
    fn a_budget_is_renewed_when_its_window_has_ended() {
        let injector = FaultInjector::default();
        let window = Duration::from_secs(10);
        injector.add(Fault::status(429), When::over(2, window));
        let request = request("GET", "/beta/users", "t");
        let remaining = |seconds| {
            let triggered = injector.trigger(&request, Duration::from_secs(seconds));
            triggered.map(|triggered| triggered.window_remaining.unwrap().as_secs())
        };
        assert_eq!(
            [remaining(0), remaining(1), remaining(2), remaining(9)],
            [None, None, Some(8), Some(1)]
        );
        assert_eq!(
            [remaining(13), remaining(14), remaining(15)],
            [None, None, Some(8)]
        );
    }

    #[test]
    fn a_token_is_rejected_until_another_one_arrives() {
        let injector = FaultInjector::default();
        injector.add(Fault::status(401), When::until_another_token());
        let tokens = ["a", "a", "b", "a", "c"];
        let rejected = tokens.map(|token| {
            let request = request("GET", "/beta/users", token);
            injector.trigger(&request, Duration::ZERO).is_some()
        });
        assert_eq!(rejected, [true, true, false, false, false]);
        assert!(!format!("{injector:?}").contains("Bearer"));
    }

    #[test]
    fn requests_of_another_method_or_path_are_not_counted() {
        let injector = FaultInjector::default();
        let when = When::next(1).method("patch").path("/users/a%2Fb");
        injector.add(Fault::hang_up(), when);
        for (method, path, is_chosen) in [
            ("GET", "/beta/users/a%2Fb", false),
            ("PATCH", "/beta/users", false),
            ("PATCH", "/beta/users/a/b", false),
            ("PATCH", "/beta/users('a%2fb')/lists('1')", true),
            ("PATCH", "/v1.0/users/a%2fb", false),
        ] {
            let triggered = injector.trigger(&request(method, path, "t"), Duration::ZERO);
            assert_eq!(triggered.is_some(), is_chosen, "{method} {path}");
        }
    }

    #[test]
    fn a_request_encounters_the_first_fault_and_is_not_seen_by_the_others() {
        let injector = FaultInjector::default();
        injector.add(Fault::status(500), When::next(1).after(1));
        injector.add(Fault::status(503), When::next(2));
        let request = request("GET", "/beta/users", "t");
        let faults = [(); 4].map(|()| {
            let triggered = injector.trigger(&request, Duration::ZERO);
            triggered.map(|triggered| triggered.fault)
        });
        let [of_500, of_503] = [500, 503].map(|status| Some(Fault::status(status)));
        assert_eq!(faults, [of_503.clone(), of_500, of_503, None]);
    }
}
