use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use bytes::Bytes;
use http::StatusCode;
use tokio::time::{Instant, sleep_until, timeout};

use super::budget::Budget;
use super::can_wait;
use super::delays::{delays, first_delay, is_never};
use super::pace::{HeldBack, Pace, Turn};
use super::remedy::{Remedy, Safety};
use crate::client::observe;
use crate::error::{Error, ErrorKind};
use crate::request::Retry;

/// How many requests of a client may be under way at a time: enough for the round trips of any one program, and few enough for the sockets
/// of one process.
const MAX_IN_FLIGHT: u32 = 256;

/// Repeats requests, with what the tasks of one client have in common.
#[derive(Debug)]
pub(crate) struct Retrier {
    budget: Budget,
    pace: Pace,
    total_timeout: Option<Duration>,
}

impl Retrier {
    pub(crate) fn new(max_in_flight: Option<u32>, total_timeout: Option<Duration>) -> Self {
        Self {
            budget: Budget::new(),
            pace: Pace::new(max_in_flight.unwrap_or(MAX_IN_FLIGHT)),
            total_timeout,
        }
    }

    /// Makes one attempt after the other, which count themselves in `attempts`, until one succeeds or there is no use in another.
    pub(crate) async fn run<T, Fut>(
        &self,
        policy: &Retry,
        request: &http::Request<Bytes>,
        attempts: &AtomicU32,
        attempt: impl Fn() -> Fut,
    ) -> Result<T, Error>
    where
        Fut: Future<Output = Result<T, Error>>,
    {
        let safety = if policy.is_idempotent {
            Safety::Idempotent
        } else {
            Safety::of(request)
        };
        let all = self.all(policy, safety, attempts, attempt);
        let Some(time) = self.total_timeout.filter(|_| can_wait()) else {
            return all.await;
        };
        timeout(time, all).await.unwrap_or_else(|elapsed| {
            let message = "no answer arrived within the total time of the request";
            Err(Error::new(ErrorKind::Timeout, message).with_source(elapsed))
        })
    }

    async fn all<T, Fut>(
        &self,
        policy: &Retry,
        safety: Safety,
        attempts: &AtomicU32,
        attempt: impl Fn() -> Fut,
    ) -> Result<T, Error>
    where
        Fut: Future<Output = Result<T, Error>>,
    {
        if is_never(policy) {
            return attempt().await;
        }
        let first = self.pace.turn(policy.max_elapsed).await;
        let mut turn = first.map_err(held_back)?;
        let deadline = Instant::now() + policy.max_elapsed;
        let mut sequence = None;
        loop {
            let error = match attempt().await {
                Ok(answer) => {
                    self.answered(&turn);
                    return Ok(answer);
                }
                Err(error) => error,
            };
            let Remedy::Repeat { asked } = self.judge(&error, safety, policy, &turn) else {
                return Err(error);
            };
            let next = sequence.get_or_insert_with(|| delays(policy)).next();
            let wait = wait(asked, next.unwrap_or_default());
            let again = Instant::now() + wait;
            let is_allowed = attempts.load(Ordering::Relaxed) < policy.max_attempts
                && again <= deadline
                && can_wait();
            if !is_allowed || !(asked.is_some() || error.is_throttled() || self.budget.withdraw()) {
                return Err(error);
            }
            observe::waiting(&error, asked, wait);
            drop(turn);
            sleep_until(again).await;
            turn = match self.pace.turn_before(deadline).await {
                Ok(turn) => turn,
                Err(HeldBack(_)) => return Err(error),
            };
        }
    }

    fn answered(&self, turn: &Turn<'_>) {
        turn.answered();
        self.budget.deposit();
    }

    /// What can be done, once the others of this client know what this error says about the service.
    ///
    /// Where a `429` does not say for how long, as some services of Graph leave it out, all wait for as long as one that begins to.
    fn judge(&self, error: &Error, safety: Safety, policy: &Retry, turn: &Turn<'_>) -> Remedy {
        let remedy = Remedy::of(error, safety);
        match (error.status(), remedy) {
            (Some(StatusCode::TOO_MANY_REQUESTS), Remedy::Repeat { asked }) => {
                turn.throttled(asked.unwrap_or_else(|| first_delay(policy)));
            }
            (Some(StatusCode::SERVICE_UNAVAILABLE), Remedy::Repeat { asked: Some(asked) }) => {
                turn.throttled(asked);
            }
            (Some(_), Remedy::None) => self.answered(turn),
            _ => {}
        }
        remedy
    }
}

/// At least what was asked for; a tenth more at most, so that those who were told the same do not come back at once.
fn wait(asked: Option<Duration>, own: Duration) -> Duration {
    match asked {
        Some(asked) if !asked.is_zero() => asked + asked.mul_f64(fastrand::f64() / 10.0),
        _ => own,
    }
}

#[cold]
fn held_back(HeldBack(wait): HeldBack) -> Error {
    Error::new(
        ErrorKind::HeldBack,
        format!(
            "the service asks this client to wait for {} more seconds, which is longer than the request may take, and it was not sent",
            wait.as_secs_f64().ceil()
        ),
    )
    .with_wait(wait)
}
