use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::Instant;

use super::gate::{Gate, GateError, Pass};
use super::scope::ThrottlingScope;
use super::slots::permits;
use super::timer;

/// A limiter of concurrent requests, which are sent in the order in which they come.
///
/// The semaphore hands a slot over to the request that has waited longest, so that none starves. A part of the service that throttles has a gate
/// in front of it, at which requests wait without a slot; other requests pass by.
#[derive(Debug)]
pub(super) struct ConcurrencyLimiter {
    semaphore: Semaphore,
    max: u32,
    gates: Mutex<Vec<(ThrottlingScope, Arc<Gate>)>>,
    /// The number of gates, which most requests read only to find that there is none.
    gate_count: AtomicUsize,
}

/// The error that a permit is not available in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AcquireError {
    /// The service throttles requests of this scope.
    Throttled(GateError),
    /// Too many requests are in flight.
    Full,
}

impl ConcurrencyLimiter {
    pub(super) fn new(max: u32) -> Self {
        let max = max.max(1);
        Self {
            semaphore: Semaphore::new(permits(max)),
            max,
            gates: Mutex::default(),
            gate_count: AtomicUsize::new(0),
        }
    }

    /// Waits for a slot at most for `time`, and not for the service.
    pub(super) async fn acquire_slot(
        &self,
        scope: ThrottlingScope,
        time: Duration,
    ) -> Result<Permit<'_>, AcquireError> {
        let slot = timer::wait_at_most(time, self.semaphore.acquire()).await;
        self.permit(scope, None, slot.and_then(Result::ok))
    }

    /// Waits for a permit: at most `gate_time` for the service, and `queue_time` for other requests.
    pub(super) async fn acquire(
        &self,
        scope: ThrottlingScope,
        gate_time: Duration,
        queue_time: Duration,
    ) -> Result<Permit<'_>, AcquireError> {
        if self.gate(scope).is_none() {
            let permit = self.acquire_slot(scope, queue_time).await?;
            if self.gate(scope).is_none() {
                return Ok(permit);
            }
        }
        self.acquire_before(scope, timer::after(gate_time)).await
    }

    /// Waits for a permit until `deadline`.
    pub(super) async fn acquire_before(
        &self,
        scope: ThrottlingScope,
        deadline: Instant,
    ) -> Result<Permit<'_>, AcquireError> {
        let mut pass = None;
        loop {
            self.pass_gate(scope, &mut pass, deadline)
                .await
                .map_err(AcquireError::Throttled)?;
            let slot = timer::wait_until(deadline, self.semaphore.acquire()).await;
            let may_send = match &pass {
                Some(pass) => pass.is_valid(),
                None => self.gate(scope).is_none(),
            };
            if may_send || slot.is_none() {
                return self.permit(scope, pass, slot.and_then(Result::ok));
            }
        }
    }

    /// Waits at the gate of the scope, if there is one.
    async fn pass_gate(
        &self,
        scope: ThrottlingScope,
        pass: &mut Option<Pass>,
        deadline: Instant,
    ) -> Result<(), GateError> {
        if let Some(pass) = pass {
            pass.wait_until_open(deadline).await?;
        } else if let Some(gate) = self.gate(scope) {
            *pass = Some(gate.enter(deadline).await?);
        }
        Ok(())
    }

    fn permit<'a>(
        &'a self,
        scope: ThrottlingScope,
        pass: Option<Pass>,
        slot: Option<SemaphorePermit<'a>>,
    ) -> Result<Permit<'a>, AcquireError> {
        Ok(Permit {
            limiter: self,
            scope,
            pass,
            _slot: slot.ok_or(AcquireError::Full)?,
        })
    }

    /// Returns the gate of a scope that was throttled.
    fn gate(&self, scope: ThrottlingScope) -> Option<Arc<Gate>> {
        if self.gate_count.load(Ordering::Acquire) == 0 {
            return None;
        }
        let gates = self.lock();
        let gate = gates.iter().find(|(other, _)| *other == scope);
        gate.map(|(_, gate)| Arc::clone(gate))
    }

    /// Returns how long the gate of a scope stays closed, if it is.
    #[cfg(feature = "batch")]
    pub(super) fn closed_for(&self, scope: ThrottlingScope) -> Option<Duration> {
        self.gate(scope)?.closed_for()
    }

    /// Closes the gate of a scope, and puts it up if there is none.
    pub(super) fn close_gate(&self, scope: ThrottlingScope, wait: Duration) {
        let mut gates = self.lock();
        if let Some((_, gate)) = gates.iter().find(|(other, _)| *other == scope) {
            return gate.close(wait);
        }
        let gate = Gate::new(self.max);
        gate.throttle(0, wait);
        gates.push((scope, Arc::new(gate)));
        self.gate_count.store(gates.len(), Ordering::Release);
    }

    fn remove_gate(&self, gate: &Arc<Gate>) {
        let mut gates = self.lock();
        gates.retain(|(_, other)| !Arc::ptr_eq(gate, other));
        self.gate_count.store(gates.len(), Ordering::Release);
    }

    /// Locks the gates. A poisoned lock is fine, since no change of them can be interrupted halfway.
    fn lock(&self) -> MutexGuard<'_, Vec<(ThrottlingScope, Arc<Gate>)>> {
        self.gates.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A permit for one request. Dropping it releases its slot.
#[derive(Debug)]
pub(super) struct Permit<'a> {
    limiter: &'a ConcurrencyLimiter,
    scope: ThrottlingScope,
    /// The pass through the gate of the scope, if there was a gate.
    pass: Option<Pass>,
    _slot: SemaphorePermit<'a>,
}

impl Permit<'_> {
    /// Records that the service had capacity for the request, which raises the limit of a scope that was throttled.
    pub(super) fn record_answer(&self) {
        if let Some(pass) = &self.pass
            && pass.record_answer()
        {
            self.limiter.remove_gate(pass.gate());
        }
    }

    /// Records that the service asks to wait, which closes the gate and lowers the limit of the scope.
    pub(super) fn record_throttling(&self, wait: Duration) {
        match (&self.pass, self.limiter.gate(self.scope)) {
            (Some(pass), Some(gate)) if Arc::ptr_eq(pass.gate(), &gate) => {
                pass.record_throttling(wait);
            }
            _ => self.limiter.close_gate(self.scope, wait),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use std::sync::atomic::AtomicU32;

    use super::*;

    const SECOND: Duration = Duration::from_secs(1);
    const LONG: Duration = Duration::from_secs(1_700_000_000);
    const MAIL: ThrottlingScope = ThrottlingScope::new(None, "/users/{id}/messages");
    const DRIVE: ThrottlingScope = ThrottlingScope::new(None, "/users/{id}/drive");

    async fn permit(limiter: &ConcurrencyLimiter) -> Permit<'_> {
        limiter.acquire(MAIL, LONG, LONG).await.unwrap()
    }

    fn limit(limiter: &ConcurrencyLimiter) -> f64 {
        limiter.gate(MAIL).unwrap().limit()
    }

    #[tokio::test(start_paused = true)]
    async fn throttling_of_one_request_holds_for_the_others_of_its_scope() {
        let limiter = ConcurrencyLimiter::new(8);
        permit(&limiter).await.record_throttling(37 * SECOND);
        let before = Instant::now();
        drop(limiter.acquire(DRIVE, SECOND, SECOND).await.unwrap());
        assert_eq!(before.elapsed(), Duration::ZERO);
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
        let closed = AcquireError::Throttled(GateError::Closed(37 * SECOND));
        let error = limiter.acquire(MAIL, 36 * SECOND, LONG).await.unwrap_err();
        assert_eq!(error, closed);
        let deadline = Instant::now() + 36 * SECOND;
        let error = limiter.acquire_before(MAIL, deadline).await.unwrap_err();
        assert_eq!(error, closed);
        assert_eq!(before.elapsed(), Duration::ZERO);
    }

    #[tokio::test(start_paused = true)]
    async fn after_a_minute_a_single_probe_opens_the_gate() {
        let limiter = ConcurrencyLimiter::new(8);
        permit(&limiter).await.record_throttling(LONG);
        let before = Instant::now();
        let probe = permit(&limiter).await;
        assert_eq!(before.elapsed(), 60 * SECOND);
        let deadline = Instant::now() + SECOND;
        let error = limiter.acquire_before(MAIL, deadline).await.unwrap_err();
        assert_eq!(error, AcquireError::Throttled(GateError::Crowded));
        probe.record_answer();
        let next = permit(&limiter).await;
        drop((probe, next));
        assert_eq!(before.elapsed(), 61 * SECOND);
    }

    #[tokio::test(start_paused = true)]
    async fn a_throttled_probe_closes_the_gate_again() {
        let limiter = ConcurrencyLimiter::new(8);
        permit(&limiter).await.record_throttling(LONG);
        let before = Instant::now();
        permit(&limiter).await.record_throttling(LONG);
        drop(permit(&limiter).await);
        assert_eq!(before.elapsed(), 120 * SECOND);
    }

    #[tokio::test(start_paused = true)]
    async fn a_probe_without_an_answer_makes_way_for_the_next() {
        let limiter = Arc::new(ConcurrencyLimiter::new(8));
        permit(&limiter).await.record_throttling(SECOND);
        let probe = permit(&limiter).await;
        let other = Arc::clone(&limiter);
        let next = tokio::spawn(async move { drop(permit(&other).await) });
        tokio::time::sleep(SECOND).await;
        assert!(!next.is_finished());
        drop(probe);
        tokio::time::timeout(SECOND, next).await.unwrap().unwrap();
    }

    #[tokio::test(start_paused = true)]
    async fn requests_at_a_gate_leave_the_slots_to_others() {
        let limiter = Arc::new(ConcurrencyLimiter::new(2));
        permit(&limiter).await.record_throttling(30 * SECOND);
        for _ in 0..10 {
            let limiter = Arc::clone(&limiter);
            tokio::spawn(async move { drop(permit(&limiter).await) });
        }
        tokio::time::sleep(SECOND).await;
        let before = Instant::now();
        drop(limiter.acquire(DRIVE, SECOND, SECOND).await.unwrap());
        assert_eq!(before.elapsed(), Duration::ZERO);
    }

    #[tokio::test(start_paused = true)]
    async fn a_queued_request_does_not_pass_a_gate_that_closed_meanwhile() {
        let limiter = Arc::new(ConcurrencyLimiter::new(1));
        let first = permit(&limiter).await;
        let other = Arc::clone(&limiter);
        let queued = tokio::spawn(async move {
            drop(permit(&other).await);
            Instant::now()
        });
        tokio::task::yield_now().await;
        let before = Instant::now();
        first.record_throttling(10 * SECOND);
        drop(first);
        assert!(queued.await.unwrap() >= before + 10 * SECOND);
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
    async fn throttling_of_one_sequential_request_halves_the_limit() {
        let limiter = ConcurrencyLimiter::new(256);
        permit(&limiter).await.record_throttling(Duration::ZERO);
        assert!((limit(&limiter) - 128.0).abs() < 0.01);
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
        assert!((limit(&limiter) - 4.0).abs() < 0.01);
        drop(permits);
        let later = permit(&limiter).await;
        later.record_throttling(Duration::ZERO);
        assert!((limit(&limiter) - 2.0).abs() < 0.01);
    }

    #[tokio::test(start_paused = true)]
    async fn answers_raise_the_limit_until_the_gate_is_gone() {
        let limiter = ConcurrencyLimiter::new(4);
        permit(&limiter).await.record_throttling(Duration::ZERO);
        permit(&limiter).await.record_answer();
        assert!((limit(&limiter) - 2.5).abs() < 0.01);
        for _ in 0..100 {
            permit(&limiter).await.record_answer();
        }
        assert!(limiter.gate(MAIL).is_none());
        assert_eq!(limiter.semaphore.available_permits(), 4);
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
        let result = limiter.acquire_before(MAIL, before + SECOND).await;
        assert_eq!(result.unwrap_err(), AcquireError::Full);
        assert_eq!(before.elapsed(), SECOND);
        let result = limiter.acquire(MAIL, LONG, SECOND).await;
        assert_eq!(result.unwrap_err(), AcquireError::Full);
        assert_eq!(before.elapsed(), 2 * SECOND);
    }
}
