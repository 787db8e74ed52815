use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::{Instant, sleep_until, timeout_at};

use super::can_wait;

/// Who may send now: no more than so many at a time, and nobody while the service asks to wait.
///
/// What one task is told by a `429` holds for all of the client. Afterwards fewer are under way at a time: half as many for each time that
/// the service throttles, and one more for each round that it does not (additive increase, multiplicative decrease, as in TCP).
#[derive(Debug)]
pub(super) struct Pace {
    state: Mutex<State>,
    freed: Notify,
    most: f64,
}

#[derive(Debug)]
struct State {
    closed_until: Option<Instant>,
    /// How many may be under way. A fraction is what has been earned towards one more.
    limit: f64,
    under_way: u32,
    /// How often the limit was lowered. What was sent before does not lower it again.
    epoch: u64,
}

/// The service asks to wait for so long, which is longer than the request may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct HeldBack(pub(super) Duration);

enum Entry<'a> {
    Open(Turn<'a>),
    ClosedUntil(Instant),
    Full,
}

impl Pace {
    pub(super) fn new(most: u32) -> Self {
        let most = f64::from(most.max(1));
        Self {
            state: Mutex::new(State {
                closed_until: None,
                limit: most,
                under_way: 0,
                epoch: 0,
            }),
            freed: Notify::new(),
            most,
        }
    }

    /// Waits for a turn, in the queue for as long as it takes, and for the service for no longer than `patience`.
    pub(super) async fn turn(&self, patience: Duration) -> Result<Turn<'_>, HeldBack> {
        self.wait(None, |until| {
            until.saturating_duration_since(Instant::now()) <= patience
        })
        .await
    }

    /// Waits for a turn no longer than until `deadline`.
    pub(super) async fn turn_before(&self, deadline: Instant) -> Result<Turn<'_>, HeldBack> {
        self.wait(Some(deadline), |until| until <= deadline).await
    }

    async fn wait(
        &self,
        deadline: Option<Instant>,
        is_worth: impl Fn(Instant) -> bool,
    ) -> Result<Turn<'_>, HeldBack> {
        let mut baton = Baton(None);
        loop {
            let freed = self.freed.notified();
            match self.enter() {
                Entry::Open(turn) => {
                    baton.0 = None;
                    return Ok(turn);
                }
                Entry::ClosedUntil(until) if is_worth(until) && can_wait() => {
                    sleep_until(until).await;
                }
                Entry::ClosedUntil(until) => {
                    return Err(HeldBack(until.saturating_duration_since(Instant::now())));
                }
                Entry::Full => {
                    baton.0 = None;
                    match deadline {
                        None => freed.await,
                        Some(deadline) => timeout_at(deadline, freed)
                            .await
                            .map_err(|_| HeldBack(Duration::ZERO))?,
                    }
                    baton.0 = Some(&self.freed);
                }
            }
        }
    }

    fn enter(&self) -> Entry<'_> {
        let mut state = self.lock();
        if let Some(until) = state.closed_until {
            if until > Instant::now() {
                return Entry::ClosedUntil(until);
            }
            state.closed_until = None;
        }
        if f64::from(state.under_way) + 1.0 > state.limit {
            return Entry::Full;
        }
        state.under_way += 1;
        Entry::Open(Turn {
            pace: self,
            epoch: state.epoch,
        })
    }

    /// Locks, also where another task panicked meanwhile: each change here is a single step.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One request that is under way.
#[derive(Debug)]
pub(super) struct Turn<'a> {
    pace: &'a Pace,
    epoch: u64,
}

impl Turn<'_> {
    /// The service did what was asked, or refused it for its own sake.
    pub(super) fn answered(&self) {
        let mut state = self.pace.lock();
        if state.limit < self.pace.most {
            state.limit = (state.limit + 1.0 / state.limit).min(self.pace.most);
            drop(state);
            self.pace.freed.notify_one();
        }
    }

    /// The service has too much to do for so long.
    pub(super) fn throttled(&self, wait: Duration) {
        let mut state = self.pace.lock();
        let until = Instant::now() + wait;
        state.closed_until = state.closed_until.max(Some(until));
        if self.epoch == state.epoch {
            let now = f64::from(state.under_way).min(state.limit);
            state.limit = (now / 2.0).max(1.0);
            state.epoch += 1;
        }
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.pace.lock().under_way -= 1;
        self.pace.freed.notify_one();
    }
}

/// The word that somebody may enter. Whoever gets it and then does not enter passes it on.
struct Baton<'a>(Option<&'a Notify>);

impl Drop for Baton<'_> {
    fn drop(&mut self) {
        if let Some(freed) = self.0 {
            freed.notify_one();
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

    async fn turn(pace: &Pace) -> Turn<'_> {
        pace.turn(Duration::MAX).await.unwrap()
    }

    #[tokio::test(start_paused = true)]
    async fn what_one_is_told_holds_for_the_others() {
        let pace = Pace::new(8);
        turn(&pace).await.throttled(37 * SECOND);
        let before = Instant::now();
        drop(turn(&pace).await);
        assert!(before.elapsed() >= 37 * SECOND);
    }

    #[tokio::test(start_paused = true)]
    async fn a_shorter_wait_does_not_cut_a_longer_one() {
        let pace = Pace::new(8);
        let (first, second) = (turn(&pace).await, turn(&pace).await);
        first.throttled(37 * SECOND);
        second.throttled(SECOND);
        drop((first, second));
        let before = Instant::now();
        drop(turn(&pace).await);
        assert!(before.elapsed() >= 37 * SECOND);
    }

    #[tokio::test(start_paused = true)]
    async fn whoever_cannot_wait_so_long_is_told_at_once_how_long_it_is() {
        let pace = Pace::new(8);
        turn(&pace).await.throttled(37 * SECOND);
        let before = Instant::now();
        assert_eq!(
            pace.turn(36 * SECOND).await.unwrap_err(),
            HeldBack(37 * SECOND)
        );
        let deadline = Instant::now() + 36 * SECOND;
        assert_eq!(
            pace.turn_before(deadline).await.unwrap_err(),
            HeldBack(37 * SECOND)
        );
        assert_eq!(before.elapsed(), Duration::ZERO);
    }

    #[tokio::test(start_paused = true)]
    async fn no_more_than_the_limit_are_under_way() {
        let pace = Arc::new(Pace::new(3));
        let (now, most) = (Arc::new(AtomicU32::new(0)), Arc::new(AtomicU32::new(0)));
        let tasks: Vec<_> = (0..100)
            .map(|_| {
                let (pace, now, most) = (Arc::clone(&pace), Arc::clone(&now), Arc::clone(&most));
                tokio::spawn(async move {
                    let turn = turn(&pace).await;
                    most.fetch_max(now.fetch_add(1, Ordering::Relaxed) + 1, Ordering::Relaxed);
                    tokio::time::sleep(SECOND).await;
                    now.fetch_sub(1, Ordering::Relaxed);
                    turn.answered();
                })
            })
            .collect();
        for task in tasks {
            task.await.unwrap();
        }
        assert_eq!(most.load(Ordering::Relaxed), 3);
    }

    #[tokio::test(start_paused = true)]
    async fn throttling_halves_how_many_are_under_way_once_for_those_sent_together() {
        let pace = Pace::new(8);
        let mut turns = Vec::new();
        for _ in 0..8 {
            turns.push(turn(&pace).await);
        }
        for turn in &turns {
            turn.throttled(Duration::ZERO);
        }
        assert!((pace.lock().limit - 4.0).abs() < 0.01);
        drop(turns);
        let later = turn(&pace).await;
        later.throttled(Duration::ZERO);
        assert!((pace.lock().limit - 1.0).abs() < 0.01);
    }

    #[tokio::test(start_paused = true)]
    async fn answers_raise_the_limit_again_but_not_above_the_most() {
        let pace = Pace::new(4);
        turn(&pace).await.throttled(Duration::ZERO);
        for _ in 0..100 {
            turn(&pace).await.answered();
        }
        assert!((pace.lock().limit - 4.0).abs() < 0.01);
    }

    #[tokio::test(start_paused = true)]
    async fn whoever_gives_up_lets_the_next_one_in() {
        let pace = Arc::new(Pace::new(1));
        let first = turn(&pace).await;
        let waiting = |seconds| {
            let pace = Arc::clone(&pace);
            tokio::spawn(tokio::time::timeout(seconds * SECOND, async move {
                drop(turn(&pace).await);
            }))
        };
        let (impatient, patient) = (waiting(5), waiting(60));
        tokio::task::yield_now().await;
        // The impatient one is let in, and then waits for the service.
        first.throttled(10 * SECOND);
        drop(first);
        assert!(impatient.await.unwrap().is_err());
        assert!(patient.await.unwrap().is_ok());
    }

    #[tokio::test(start_paused = true)]
    async fn the_last_in_the_queue_goes_no_later_than_its_deadline() {
        let pace = Pace::new(1);
        let _busy = turn(&pace).await;
        let before = Instant::now();
        let result = pace.turn_before(before + SECOND).await;
        assert_eq!(result.unwrap_err(), HeldBack(Duration::ZERO));
        assert_eq!(before.elapsed(), SECOND);
    }
}
