use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::{Instant, sleep_until, timeout_at};

use super::timer;

/// A limiter of concurrent requests, which lets none pass while the service asks to wait.
///
/// A `429` to one task holds for the whole client. Each time the service throttles, the limit of concurrent requests is halved, and each round
/// without throttling raises it by one (additive increase, multiplicative decrease, as in TCP).
#[derive(Debug)]
pub(super) struct ConcurrencyLimiter {
    state: Mutex<State>,
    released: Notify,
    max: f64,
}

#[derive(Debug)]
struct State {
    throttled_until: Option<Instant>,
    /// The limit of concurrent requests. Its fraction accumulates towards the next whole number.
    limit: f64,
    in_flight: u32,
    /// The number of times that the limit was lowered. Throttling of a request from an earlier epoch does not lower it again.
    epoch: u64,
}

/// The error that a permit is not available in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct AcquireError {
    /// The rest of the time for which the service asks to wait.
    pub(super) wait: Duration,
}

enum Admission<'a> {
    Granted(Permit<'a>),
    ThrottledUntil(Instant),
    Full,
}

impl ConcurrencyLimiter {
    pub(super) fn new(max: u32) -> Self {
        let max = f64::from(max.max(1));
        Self {
            state: Mutex::new(State {
                throttled_until: None,
                limit: max,
                in_flight: 0,
                epoch: 0,
            }),
            released: Notify::new(),
            max,
        }
    }

    /// Waits for a permit: without limit for other requests, and up to `max_wait` for the service.
    pub(super) async fn acquire(&self, max_wait: Duration) -> Result<Permit<'_>, AcquireError> {
        self.wait(None, |until| {
            until.saturating_duration_since(Instant::now()) <= max_wait
        })
        .await
    }

    /// Waits for a permit until `deadline`.
    pub(super) async fn acquire_before(
        &self,
        deadline: Instant,
    ) -> Result<Permit<'_>, AcquireError> {
        self.wait(Some(deadline), |until| until <= deadline).await
    }

    async fn wait(
        &self,
        deadline: Option<Instant>,
        may_wait_until: impl Fn(Instant) -> bool,
    ) -> Result<Permit<'_>, AcquireError> {
        let mut wakeup = Wakeup(None);
        loop {
            let released = self.released.notified();
            match self.try_acquire() {
                Admission::Granted(permit) => {
                    wakeup.0 = None;
                    return Ok(permit);
                }
                Admission::ThrottledUntil(until)
                    if may_wait_until(until) && timer::is_available() =>
                {
                    sleep_until(until).await;
                }
                Admission::ThrottledUntil(until) => {
                    let wait = until.saturating_duration_since(Instant::now());
                    return Err(AcquireError { wait });
                }
                Admission::Full => {
                    wakeup.0 = None;
                    match deadline {
                        None => released.await,
                        Some(deadline) => {
                            timeout_at(deadline, released)
                                .await
                                .map_err(|_| AcquireError {
                                    wait: Duration::ZERO,
                                })?;
                        }
                    }
                    wakeup.0 = Some(&self.released);
                }
            }
        }
    }

    fn try_acquire(&self) -> Admission<'_> {
        let mut state = self.lock();
        if let Some(until) = state.throttled_until {
            if until > Instant::now() {
                return Admission::ThrottledUntil(until);
            }
            state.throttled_until = None;
        }
        if f64::from(state.in_flight) + 1.0 > state.limit {
            return Admission::Full;
        }
        state.in_flight += 1;
        Admission::Granted(Permit {
            limiter: self,
            epoch: state.epoch,
        })
    }

    /// Locks the state. A poisoned lock is fine, since no change of the state can be interrupted halfway.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A permit for one request. Dropping it releases its place.
#[derive(Debug)]
pub(super) struct Permit<'a> {
    limiter: &'a ConcurrencyLimiter,
    epoch: u64,
}

impl Permit<'_> {
    /// Records that the service had capacity for the request, which raises the limit.
    pub(super) fn record_answer(&self) {
        let mut state = self.limiter.lock();
        if state.limit < self.limiter.max {
            state.limit = (state.limit + 1.0 / state.limit).min(self.limiter.max);
            drop(state);
            self.limiter.released.notify_one();
        }
    }

    /// Records that the service asks to wait, which lowers the limit.
    pub(super) fn record_throttling(&self, wait: Duration) {
        let mut state = self.limiter.lock();
        let until = Instant::now() + wait;
        state.throttled_until = state.throttled_until.max(Some(until));
        if self.epoch == state.epoch {
            let now = f64::from(state.in_flight).min(state.limit);
            state.limit = (now / 2.0).max(1.0);
            state.epoch += 1;
        }
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        self.limiter.lock().in_flight -= 1;
        self.limiter.released.notify_one();
    }
}

/// A notification that a place was released. A task that received it and does not take the place passes it on.
struct Wakeup<'a>(Option<&'a Notify>);

impl Drop for Wakeup<'_> {
    fn drop(&mut self) {
        if let Some(released) = self.0 {
            released.notify_one();
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    async fn permit(limiter: &ConcurrencyLimiter) -> Permit<'_> {
        limiter.acquire(Duration::MAX).await.unwrap()
    }

    #[tokio::test(start_paused = true)]
    async fn throttling_of_one_request_holds_for_the_others() {
        let limiter = ConcurrencyLimiter::new(8);
        permit(&limiter).await.record_throttling(37 * SECOND);
        let before = Instant::now();
        drop(permit(&limiter).await);
        assert!(before.elapsed() >= 37 * SECOND);
    }

    #[tokio::test(start_paused = true)]
    async fn a_shorter_wait_does_not_shorten_a_longer_one() {
        let limiter = ConcurrencyLimiter::new(8);
        let (first, second) = (permit(&limiter).await, permit(&limiter).await);
        first.record_throttling(37 * SECOND);
        second.record_throttling(SECOND);
        drop((first, second));
        let before = Instant::now();
        drop(permit(&limiter).await);
        assert!(before.elapsed() >= 37 * SECOND);
    }

    #[tokio::test(start_paused = true)]
    async fn a_wait_that_is_too_long_is_an_immediate_error() {
        let limiter = ConcurrencyLimiter::new(8);
        permit(&limiter).await.record_throttling(37 * SECOND);
        let before = Instant::now();
        assert_eq!(
            limiter.acquire(36 * SECOND).await.unwrap_err(),
            AcquireError { wait: 37 * SECOND }
        );
        let deadline = Instant::now() + 36 * SECOND;
        assert_eq!(
            limiter.acquire_before(deadline).await.unwrap_err(),
            AcquireError { wait: 37 * SECOND }
        );
        assert_eq!(before.elapsed(), Duration::ZERO);
    }

    #[tokio::test(start_paused = true)]
    async fn no_more_requests_than_the_limit_are_in_flight() {
        let limiter = Arc::new(ConcurrencyLimiter::new(3));
        let (now, most) = (Arc::new(AtomicU32::new(0)), Arc::new(AtomicU32::new(0)));
        let tasks: Vec<_> = (0..100)
            .map(|_| {
                let (limiter, now, most) =
                    (Arc::clone(&limiter), Arc::clone(&now), Arc::clone(&most));
                tokio::spawn(async move {
                    let permit = permit(&limiter).await;
                    most.fetch_max(now.fetch_add(1, Ordering::Relaxed) + 1, Ordering::Relaxed);
                    tokio::time::sleep(SECOND).await;
                    now.fetch_sub(1, Ordering::Relaxed);
                    permit.record_answer();
                })
            })
            .collect();
        for task in tasks {
            task.await.unwrap();
        }
        assert_eq!(most.load(Ordering::Relaxed), 3);
    }

    #[tokio::test(start_paused = true)]
    async fn throttling_of_concurrent_requests_halves_the_limit_once() {
        let limiter = ConcurrencyLimiter::new(8);
        let mut permits = Vec::new();
        for _ in 0..8 {
            permits.push(permit(&limiter).await);
        }
        for permit in &permits {
            permit.record_throttling(Duration::ZERO);
        }
        assert!((limiter.lock().limit - 4.0).abs() < 0.01);
        drop(permits);
        let later = permit(&limiter).await;
        later.record_throttling(Duration::ZERO);
        assert!((limiter.lock().limit - 1.0).abs() < 0.01);
    }

    #[tokio::test(start_paused = true)]
    async fn answers_raise_the_limit_up_to_the_maximum() {
        let limiter = ConcurrencyLimiter::new(4);
        permit(&limiter).await.record_throttling(Duration::ZERO);
        for _ in 0..100 {
            permit(&limiter).await.record_answer();
        }
        assert!((limiter.lock().limit - 4.0).abs() < 0.01);
    }

    #[tokio::test(start_paused = true)]
    async fn an_abandoned_wait_wakes_the_next_request() {
        let limiter = Arc::new(ConcurrencyLimiter::new(1));
        let first = permit(&limiter).await;
        let waiting = |seconds| {
            let limiter = Arc::clone(&limiter);
            tokio::spawn(tokio::time::timeout(seconds * SECOND, async move {
                drop(permit(&limiter).await);
            }))
        };
        let (impatient, patient) = (waiting(5), waiting(60));
        tokio::task::yield_now().await;
        // The impatient request gets the place, and then waits for the service.
        first.record_throttling(10 * SECOND);
        drop(first);
        assert!(impatient.await.unwrap().is_err());
        assert!(patient.await.unwrap().is_ok());
    }

    #[tokio::test(start_paused = true)]
    async fn a_queued_request_fails_at_its_deadline() {
        let limiter = ConcurrencyLimiter::new(1);
        let _busy = permit(&limiter).await;
        let before = Instant::now();
        let result = limiter.acquire_before(before + SECOND).await;
        assert_eq!(
            result.unwrap_err(),
            AcquireError {
                wait: Duration::ZERO
            }
        );
        assert_eq!(before.elapsed(), SECOND);
    }
}
