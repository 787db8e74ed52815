use std::time::Duration;

use tokio::time::Instant;

/// A number of requests that the service accepts in a time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Budget {
    pub(super) requests: f64,
    pub(super) time: Duration,
    /// The end of the current time, and the requests that may be sent until then.
    pub(super) until: Instant,
    pub(super) left: f64,
    /// What a request costs on average.
    pub(super) cost: f64,
    /// `true` if the service has told it.
    pub(super) is_told: bool,
    /// The time at which more is tried, if it was found out, and how long the next budget is held.
    pub(super) hold_until: Instant,
    pub(super) hold: Duration,
}

/// The part of a budget that is used when it is found out once more.
const SAFETY: f64 = 0.99;

/// How long a budget that was found out is held before more is tried, at first and at most. It doubles as long as it proves right.
pub(super) const HOLD: (Duration, Duration) = (Duration::from_secs(30), Duration::from_secs(600));

/// The growth of the budget with each time after that.
const GROWTH: f64 = 0.03;

impl Budget {
    /// Returns the budget that was found out, as of the end of a wait.
    ///
    /// A wait in whole seconds can be longer than the time that is left. So if the known budget was nearly used, it is only a little too large. If
    /// much of it was refused, others have used it: it is no more than halved, since the next time may be better.
    pub(super) fn found_out(
        known: Option<Self>,
        from: Instant,
        accepted: f64,
        time: Duration,
    ) -> Self {
        let (requests, time, hold) = match known {
            Some(known) if accepted > 0.8 * known.requests => {
                let requests = accepted.min(known.requests) * SAFETY;
                (requests, known.time, (known.hold * 2).min(HOLD.1))
            }
            Some(known) => (
                accepted.max(known.requests * 0.5),
                known.time.max(time),
                HOLD.0,
            ),
            None => (accepted, time, HOLD.0),
        };
        Self {
            requests: requests.max(1.0),
            time,
            until: from,
            left: 0.0,
            cost: 1.0,
            is_told: false,
            hold_until: from + hold,
            hold,
        }
    }

    /// Begins the next time.
    pub(super) fn renew(&mut self, now: Instant) {
        if !self.is_told && now >= self.hold_until {
            self.requests *= 1.0 + GROWTH;
        }
        // One request is always tried: a budget that is told can be less than what one costs.
        self.left = self.requests.max(1.0);
        self.until = now + self.time;
    }
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the number is between zero and a million"
)]
pub(super) fn whole(number: f64) -> usize {
    number.clamp(0.0, 1e6) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[tokio::test(start_paused = true)]
    async fn a_budget_that_is_nearly_right_becomes_a_little_smaller() {
        let start = Instant::now();
        let known = Budget::found_out(None, start, 100.0, 10 * SECOND);
        let budget = Budget::found_out(Some(known), start, 99.0, 17 * SECOND);
        assert_eq!((whole(budget.requests), budget.time), (98, 10 * SECOND));
    }

    #[tokio::test(start_paused = true)]
    async fn a_budget_of_which_others_use_much_is_halved_at_most() {
        let start = Instant::now();
        let known = Budget::found_out(None, start, 100.0, 10 * SECOND);
        let found_out = |accepted| {
            let budget = Budget::found_out(Some(known), start, accepted, 3 * SECOND);
            (whole(budget.requests), budget.time)
        };
        assert_eq!(found_out(70.0), (70, 10 * SECOND));
        assert_eq!(found_out(10.0), (50, 10 * SECOND));
    }
}
