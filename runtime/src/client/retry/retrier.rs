use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use bytes::Bytes;
use http::StatusCode;
use tokio::time::{sleep_until, timeout};

use super::budget::RetryBudget;
use super::decision::RetryDecision;
use super::delays::{conflict_delay, delays, first_delay, is_never, queue_time};
use super::gate::GateError;
use super::idempotency::Idempotency;
use super::limiter::{AcquireError, ConcurrencyLimiter, Permit};
use super::scope::ThrottlingScope;
use super::timer;
use crate::client::telemetry;
use crate::error::{Error, ErrorKind};
use crate::request::Retry;

/// The default limit of concurrent requests: enough to hide the latency for any one program, and few enough sockets for one process.
const MAX_IN_FLIGHT: u32 = 256;

/// Sends requests repeatedly, with a budget and a limiter that all tasks of a client share.
#[derive(Debug)]
pub(in crate::client) struct Retrier {
    budget: RetryBudget,
    limiter: ConcurrencyLimiter,
    total_timeout: Option<Duration>,
}

impl Retrier {
    pub(in crate::client) fn new(
        max_in_flight: Option<u32>,
        total_timeout: Option<Duration>,
    ) -> Self {
        Self {
            budget: RetryBudget::new(),
            limiter: ConcurrencyLimiter::new(max_in_flight.unwrap_or(MAX_IN_FLIGHT)),
            total_timeout,
        }
    }

    /// Makes attempts, which count themselves in `attempts`, until one succeeds or may not be repeated.
    pub(in crate::client) async fn run<T, Fut>(
        &self,
        policy: &Retry,
        request: &http::Request<Bytes>,
        template: &'static str,
        attempts: &AtomicU32,
        attempt: impl Fn() -> Fut,
    ) -> Result<T, Error>
    where
        Fut: Future<Output = Result<T, Error>>,
    {
        let scope = ThrottlingScope::new(policy.workload, template);
        let run = self.run_attempts(policy, request, scope, attempts, attempt);
        let Some(time) = self.total_timeout.filter(|_| timer::is_available()) else {
            return run.await;
        };
        timeout(time, run).await.unwrap_or_else(|elapsed| {
            let message = "no answer arrived within the total timeout of the request";
            Err(Error::new(ErrorKind::Timeout, message).with_source(elapsed))
        })
    }

    /// Waits for a token as long as a request of this policy may wait.
    pub(in crate::client) async fn wait_for_token<T>(
        &self,
        policy: &Retry,
        token: impl Future<Output = Result<T, Error>>,
    ) -> Result<T, Error> {
        let token = timer::wait_at_most(queue_time(policy), token).await;
        token.unwrap_or_else(|| {
            let message = "the token provider did not return within the time of the request";
            Err(Error::new(ErrorKind::Credential, message))
        })
    }

    /// Waits before the work of several requests begins again after its so many conflicts, if there are timers.
    pub(in crate::client) async fn pause_after_conflict(conflicts: u32) {
        if timer::is_available() {
            sleep_until(timer::after(conflict_delay(conflicts))).await;
        }
    }

    /// Waits before the rest of a transfer is requested after so many failures, and returns whether it may be.
    pub(in crate::client) async fn pause_before_resume(
        policy: &Retry,
        failures: u32,
        at_least: Option<Duration>,
    ) -> bool {
        let is_too_long = at_least.is_some_and(|wait| wait > policy.max_elapsed);
        if failures >= policy.max_attempts || is_too_long || !timer::is_available() {
            return false;
        }
        let delay = delays(policy).nth(failures.saturating_sub(1) as usize);
        let wait = wait(at_least, delay.unwrap_or_default());
        sleep_until(timer::after(wait)).await;
        true
    }

    async fn run_attempts<T, Fut>(
        &self,
        policy: &Retry,
        request: &http::Request<Bytes>,
        scope: ThrottlingScope,
        attempts: &AtomicU32,
        attempt: impl Fn() -> Fut,
    ) -> Result<T, Error>
    where
        Fut: Future<Output = Result<T, Error>>,
    {
        let mut permit = self.first_permit(policy, scope).await?;
        let deadline = timer::after(policy.max_elapsed);
        let mut sequence = None;
        let mut is_in_doubt = false;
        loop {
            let error = match attempt().await {
                Ok(answer) => {
                    self.record_answer(&permit);
                    return Ok(answer);
                }
                Err(error) => error.with_doubt(is_in_doubt),
            };
            let decision = self.decide(&error, request, policy, &permit);
            let RetryDecision::Retry { retry_after } = decision else {
                return Err(error);
            };
            let delay = sequence.get_or_insert_with(|| delays(policy)).next();
            let wait = wait(retry_after, delay.unwrap_or_default());
            let again = timer::after(wait);
            let is_allowed = attempts.load(Ordering::Relaxed) < policy.max_attempts
                && again <= deadline
                && timer::is_available();
            let is_free = retry_after.is_some() || error.is_throttled();
            if !is_allowed || !(is_free || self.budget.withdraw()) {
                return Err(error);
            }
            telemetry::log_retry(&error, retry_after, wait);
            is_in_doubt |= error.may_have_been_executed();
            drop(permit);
            sleep_until(again).await;
            permit = match self.limiter.acquire_before(scope, deadline).await {
                Ok(permit) => permit,
                Err(_) => return Err(error),
            };
        }
    }

    /// Waits for the turn of the request and, unless the policy never waits for the service, for the end of throttling.
    async fn first_permit(
        &self,
        policy: &Retry,
        scope: ThrottlingScope,
    ) -> Result<Permit<'_>, Error> {
        let queue_time = queue_time(policy);
        if is_never(policy) {
            self.limiter.acquire_slot(scope, queue_time).await
        } else {
            let gate_time = policy.max_elapsed;
            self.limiter.acquire(scope, gate_time, queue_time).await
        }
        .map_err(not_sent)
    }

    /// Records that the service had capacity for the request.
    fn record_answer(&self, permit: &Permit<'_>) {
        permit.record_answer();
        self.budget.deposit();
    }

    /// Decides on an error, and records for the other requests of this client what it tells about the load of the service.
    ///
    /// After a `429` or `509` without a wait, which some services of Graph return, the others wait for the first delay of the policy.
    fn decide(
        &self,
        error: &Error,
        request: &http::Request<Bytes>,
        policy: &Retry,
        permit: &Permit<'_>,
    ) -> RetryDecision {
        let decision = RetryDecision::new(error, Idempotency::of_request(policy, request));
        match throttling(error, policy) {
            Some(wait) => permit.record_throttling(wait),
            None if error.status().is_some() && decision == RetryDecision::Fail => {
                self.record_answer(permit);
            }
            None => {}
        }
        decision
    }

    /// Returns whether the current thread can wait.
    pub(in crate::client) fn can_wait() -> bool {
        timer::is_available()
    }

    /// Records an answer to a request of a batch.
    #[cfg(feature = "batch")]
    pub(in crate::client) fn record_item_answer(&self) {
        self.budget.deposit();
    }

    /// Records for the other requests of this client what an error in a batch tells about the load of the service.
    #[cfg(feature = "batch")]
    pub(in crate::client) fn record_item_error(
        &self,
        error: &Error,
        policy: &Retry,
        template: &'static str,
    ) {
        match throttling(error, policy) {
            Some(wait) => {
                let scope = ThrottlingScope::new(policy.workload, template);
                self.limiter.close_gate(scope, wait);
            }
            None => self.budget.deposit(),
        }
    }

    /// Returns how long the service wants requests to a part of it to wait, if it has throttled one.
    #[cfg(feature = "batch")]
    pub(in crate::client) fn closed_for(
        &self,
        workload: Option<&'static str>,
        template: &'static str,
    ) -> Option<Duration> {
        let scope = ThrottlingScope::new(workload, template);
        self.limiter
            .closed_for(scope)
            .filter(|_| timer::is_available())
    }

    /// Takes a retry from the budget, and returns whether there was one.
    #[cfg(feature = "batch")]
    pub(super) fn withdraw(&self) -> bool {
        self.budget.withdraw()
    }
}

/// Returns how long an error asks all requests to wait that go to the same part of the service.
fn throttling(error: &Error, policy: &Retry) -> Option<Duration> {
    match (error.status()?, error.retry_after()) {
        (_, retry_after) if error.is_throttled() => {
            Some(retry_after.unwrap_or_else(|| first_delay(policy)))
        }
        (StatusCode::SERVICE_UNAVAILABLE, retry_after) => retry_after,
        _ => None,
    }
}

/// Returns the wait before the next attempt: that of the service, and up to a tenth more so that clients with the same wait do not return at
/// the same time; or else the delay.
pub(super) fn wait(retry_after: Option<Duration>, delay: Duration) -> Duration {
    match retry_after {
        Some(wait) if !wait.is_zero() => wait + wait.mul_f64(fastrand::f64() / 10.0),
        _ => delay,
    }
}

#[cold]
fn not_sent(error: AcquireError) -> Error {
    match error {
        AcquireError::Throttled(GateError::Closed(wait)) => Error::new(
            ErrorKind::ThrottledByClient,
            format!(
                "the request was not sent: the service asks this client to wait for {} more seconds, which is longer than the request may take",
                wait.as_secs_f64().ceil()
            ),
        )
        .with_wait(wait),
        AcquireError::Throttled(GateError::Crowded) => Error::new(
            ErrorKind::ThrottledByClient,
            "the request was not sent: the service throttles this client, and other requests waited longer",
        ),
        AcquireError::Full => Error::new(
            ErrorKind::Timeout,
            "the request was not sent: the client has too many requests in flight, and other requests waited longer",
        ),
    }
}
