use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::{Instant, sleep_until};

use super::slots::Slots;
use super::timer;

/// The longest time for which an answer to one request closes the gate for others.
const MAX_CLOSED: Duration = Duration::from_secs(60);

/// The gate to a part of the service that has throttled a request.
///
/// The throttled request waits as long as it was told. The gate is closed for the others that long as well, but not longer than a minute, and
/// then lets a single request through as a probe. An answer to the probe opens the gate.
#[derive(Debug)]
pub(super) struct Gate {
    slots: Slots,
    state: Mutex<State>,
    probed: Notify,
}

#[derive(Debug)]
struct State {
    phase: Phase,
    /// The number of times that the limit was lowered. Throttling of a request from an earlier epoch does not lower it again.
    epoch: u64,
    /// The number of probes so far.
    probes: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    Open,
    ClosedUntil(Instant),
    /// The probe with this number is in flight.
    Probing(u64),
}

/// The reason why a request cannot pass a gate in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum GateError {
    /// The gate stays closed for this time.
    Closed(Duration),
    /// The request waited for others at the gate until its deadline.
    Crowded,
}

impl Gate {
    pub(super) fn new(max: u32) -> Self {
        Self {
            slots: Slots::new(max),
            state: Mutex::new(State {
                phase: Phase::Open,
                epoch: 0,
                probes: 0,
            }),
            probed: Notify::new(),
        }
    }

    /// Waits for a pass until `deadline`.
    pub(super) async fn enter(self: Arc<Self>, deadline: Instant) -> Result<Pass, GateError> {
        self.ensure_open_before(deadline)?;
        let queued = timer::wait_until(deadline, self.slots.acquire()).await;
        queued.ok_or(GateError::Crowded)?;
        let mut pass = Pass {
            epoch: 0,
            probe: None,
            gate: self,
        };
        pass.wait_until_open(deadline).await?;
        Ok(pass)
    }

    /// Closes the gate for a time.
    pub(super) fn close(&self, wait: Duration) {
        self.lock().close(wait);
        self.probed.notify_waiters();
    }

    /// Closes the gate for a time and lowers the limit, unless it was lowered after the request with this epoch had passed.
    pub(super) fn throttle(&self, epoch: u64, wait: Duration) {
        self.close(wait);
        let mut state = self.lock();
        if epoch == state.epoch {
            state.epoch += 1;
            drop(state);
            self.slots.halve();
        }
    }

    /// Returns how long the gate stays closed, if it is.
    #[cfg(feature = "batch")]
    pub(super) fn closed_for(&self) -> Option<Duration> {
        match self.lock().phase {
            Phase::ClosedUntil(until) => until
                .checked_duration_since(Instant::now())
                .filter(|wait| !wait.is_zero()),
            _ => None,
        }
    }

    fn ensure_open_before(&self, deadline: Instant) -> Result<(), GateError> {
        match self.lock().phase {
            Phase::ClosedUntil(until) if until > deadline => Err(closed(until)),
            _ => Ok(()),
        }
    }

    /// Locks the state. A poisoned lock is fine, since no change of the state can be interrupted halfway.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    #[cfg(test)]
    pub(super) fn limit(&self) -> f64 {
        self.slots.limit()
    }
}

impl State {
    fn close(&mut self, wait: Duration) {
        let until = Instant::now() + wait.min(MAX_CLOSED);
        self.phase = match self.phase {
            Phase::ClosedUntil(later) if later > until => Phase::ClosedUntil(later),
            _ => Phase::ClosedUntil(until),
        };
    }

    /// Starts a probe if the time of a closed gate is over. Returns its number.
    fn start_probe(&mut self) -> Option<u64> {
        match self.phase {
            Phase::ClosedUntil(until) if until <= Instant::now() => {
                self.probes += 1;
                self.phase = Phase::Probing(self.probes);
                Some(self.probes)
            }
            _ => None,
        }
    }
}

/// A pass of one request through a gate. Dropping it lets the next one in.
#[derive(Debug)]
pub(super) struct Pass {
    gate: Arc<Gate>,
    /// The epoch in which the request passed.
    epoch: u64,
    /// The number of the probe that the request is.
    probe: Option<u64>,
}

impl Pass {
    pub(super) const fn gate(&self) -> &Arc<Gate> {
        &self.gate
    }

    /// Returns whether the request may be sent now.
    pub(super) fn is_valid(&self) -> bool {
        let phase = self.gate.lock().phase;
        match self.probe {
            Some(probe) => phase == Phase::Probing(probe),
            None => phase == Phase::Open,
        }
    }

    /// Waits until the gate is open, or until the request is its probe.
    pub(super) async fn wait_until_open(&mut self, deadline: Instant) -> Result<(), GateError> {
        let gate = Arc::clone(&self.gate);
        loop {
            let probed = gate.probed.notified();
            match self.try_pass() {
                Phase::Open => return Ok(()),
                Phase::Probing(number) if self.probe == Some(number) => return Ok(()),
                Phase::Probing(_) => timer::wait_until(deadline, probed)
                    .await
                    .ok_or(GateError::Crowded)?,
                Phase::ClosedUntil(until) if until <= deadline && timer::is_available() => {
                    sleep_until(until).await;
                }
                Phase::ClosedUntil(until) => return Err(closed(until)),
            }
        }
    }

    /// Starts a probe if that is due, and returns the phase.
    fn try_pass(&mut self) -> Phase {
        let mut state = self.gate.lock();
        self.epoch = state.epoch;
        self.probe = state.start_probe().or(self.probe);
        state.phase
    }

    /// Records that the service had capacity for the request, which opens the gate and raises the limit. Returns whether the gate is not needed
    /// any more.
    pub(super) fn record_answer(&self) -> bool {
        let mut state = self.gate.lock();
        if self.is_probe_of(&state) {
            state.phase = Phase::Open;
            self.gate.probed.notify_waiters();
        }
        let is_open = state.phase == Phase::Open;
        drop(state);
        self.gate.slots.raise() && is_open
    }

    /// Records that the service throttled the request.
    pub(super) fn record_throttling(&self, wait: Duration) {
        self.gate.throttle(self.epoch, wait);
    }

    fn is_probe_of(&self, state: &State) -> bool {
        self.probe
            .is_some_and(|probe| state.phase == Phase::Probing(probe))
    }
}

impl Drop for Pass {
    /// Makes way for another probe if this one got no answer, and releases the slot.
    fn drop(&mut self) {
        let mut state = self.gate.lock();
        if self.is_probe_of(&state) {
            state.phase = Phase::ClosedUntil(Instant::now());
            self.gate.probed.notify_waiters();
        }
        drop(state);
        self.gate.slots.release();
    }
}

fn closed(until: Instant) -> GateError {
    GateError::Closed(until.saturating_duration_since(Instant::now()))
}
