use std::time::Duration;

use bytes::Bytes;
use tokio::time::Instant;

use super::decision::RetryDecision;
use super::delays::delays;
use super::idempotency::Idempotency;
use super::retrier::{Retrier, wait};
use super::scope::ThrottlingScope;
use super::timer;
use crate::error::Error;
use crate::request::Retry;

/// The retries of a request that travels in batches.
pub(in crate::client) struct ItemRetry {
    pub(in crate::client) policy: Retry,
    /// The time before which further attempts may begin.
    deadline: Option<Instant>,
    /// The number of attempts that failed, apart from those that only wait for the service.
    failures: u32,
    /// `true` if the request waits for a service that throttles as often and as long as that asks for.
    waits_for_service: bool,
}

impl ItemRetry {
    pub(in crate::client) const fn new(policy: &Retry) -> Self {
        Self {
            policy: *policy,
            deadline: None,
            failures: 0,
            waits_for_service: false,
        }
    }

    /// Returns the first two segments of a template that are not parameters, which requests have in common that throttle together.
    pub(in crate::client) fn scope(template: &'static str) -> [&'static str; 2] {
        ThrottlingScope::new(None, template).path()
    }

    /// Returns whether executing the request twice has the same effect as executing it once.
    pub(in crate::client) fn is_idempotent(&self, request: &http::Request<Bytes>) -> bool {
        self.idempotency(request) == Idempotency::Idempotent
    }

    fn idempotency(&self, request: &http::Request<Bytes>) -> Idempotency {
        Idempotency::of_request(&self.policy, request)
    }

    /// Lets the request wait for a service that throttles as often and as long as that asks for, unless its policy never waits.
    pub(in crate::client) const fn wait_for_service(&mut self) {
        self.waits_for_service = self.policy.max_attempts > 1;
    }

    /// Starts the time of the request, unless an earlier attempt has done so.
    pub(in crate::client) fn start(&mut self) {
        let max_elapsed = self.policy.max_elapsed;
        self.deadline
            .get_or_insert_with(|| timer::after(max_elapsed));
    }

    /// Returns the wait before the next attempt, if there may be one after this error.
    pub(in crate::client) fn decide(
        &mut self,
        error: &Error,
        request: &http::Request<Bytes>,
        retrier: &Retrier,
    ) -> Option<Duration> {
        let decision = RetryDecision::new(error, self.idempotency(request));
        let RetryDecision::Retry { retry_after } = decision else {
            return None;
        };
        let is_throttled = error.is_throttled();
        let waits = is_throttled && self.waits_for_service;
        self.failures += u32::from(!waits);
        // After throttling without a wait that the service asks for, the first delay is enough, since others wait as well.
        let repeats = self.failures.saturating_sub(1).min(MAX_DOUBLINGS);
        let delay = delays(&self.policy).nth(repeats as usize);
        let wait = wait(retry_after, delay.unwrap_or_default());
        let again = timer::after(wait);
        let is_in_time = self.deadline.is_none_or(|deadline| again <= deadline);
        let is_allowed = waits || (self.failures < self.policy.max_attempts && is_in_time);
        // A run slows down as a whole, so that its retries are no load.
        let is_free = retry_after.is_some() || is_throttled || self.waits_for_service;
        (is_allowed && timer::is_available() && (is_free || retrier.withdraw())).then_some(wait)
    }
}

/// The number of doublings after which each delay is the longest, whatever the policy.
const MAX_DOUBLINGS: u32 = 64;
