//! The pauses between reads that are repeated until something has happened.

use std::time::Duration;

use tokio::time::{Instant, sleep};

use crate::client::Client;

/// The longest delay that is kept.
const DAY: Duration = Duration::from_secs(86_400);

/// How long is waited between two reads, and in all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Polling {
    pub(super) delay: Duration,
    pub(super) longest: Duration,
    pub(super) timeout: Duration,
}

impl Polling {
    /// A second at first, up to half a minute, for ten minutes.
    pub(super) const DEFAULT: Self = Self {
        delay: Duration::from_secs(1),
        longest: Duration::from_secs(30),
        timeout: Duration::from_secs(600),
    };

    pub(super) fn start(self) -> Pauses {
        Pauses {
            start: Instant::now(),
            polling: self,
        }
    }
}

/// The pauses of one wait.
pub(super) struct Pauses {
    start: Instant,
    polling: Polling,
}

impl Pauses {
    /// Waits before the next read, at least as long as the service asks for. Returns `false` at once if that would take too long, or there
    /// are no timers.
    pub(super) async fn next(&mut self, at_least: Option<Duration>) -> bool {
        let Polling {
            delay,
            longest,
            timeout,
        } = self.polling;
        // Between four fifths and six fifths, so that many who wait do not ask at the same time.
        let jittered = delay.min(DAY).mul_f64(0.8 + 0.4 * fastrand::f64());
        let pause = jittered.max(at_least.unwrap_or_default());
        let left = timeout.saturating_sub(self.start.elapsed());
        if pause > left || !Client::can_wait() {
            return false;
        }
        sleep(pause).await;
        self.polling.delay = delay.saturating_mul(3).min(longest.saturating_mul(2)) / 2;
        true
    }
}
