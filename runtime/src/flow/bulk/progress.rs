use std::time::Duration;

use tokio::time::Instant;

/// The progress of a [`Bulk`](crate::Bulk), for a progress bar.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[non_exhaustive]
pub struct Progress {
    /// The number of requests that the service has acknowledged, those of earlier runs with the same journal included.
    pub done: u64,
    /// The number of requests that have failed.
    pub failed: u64,
    /// The number of requests that have been taken from the source and have no outcome yet.
    pub waiting: u64,
    /// The number of attempts after the first one of a request.
    pub repeated: u64,
    /// The number of all requests, if the source knows it.
    pub total: Option<u64>,
    /// The number of outcomes in a second, over the last ten seconds or so.
    pub rate: f64,
    /// The time that is left at this rate, if the number of all requests is known.
    pub time_left: Option<Duration>,
}

/// The number of outcomes in a second, of which older ones count less.
#[derive(Debug)]
pub(super) struct Meter {
    outcomes: u32,
    since: Instant,
    rate: Option<f64>,
}

/// The time in which outcomes are counted.
const INTERVAL: Duration = Duration::from_secs(1);

/// The share of a new second in the rate.
const SHARE: f64 = 0.1;

impl Meter {
    pub(super) fn new() -> Self {
        Self {
            outcomes: 0,
            since: Instant::now(),
            rate: None,
        }
    }

    pub(super) fn count(&mut self, outcomes: u32) {
        self.outcomes = self.outcomes.saturating_add(outcomes);
        let elapsed = self.since.elapsed();
        if elapsed < INTERVAL {
            return;
        }
        let latest = f64::from(self.outcomes) / elapsed.as_secs_f64();
        let share = 1.0 - (1.0 - SHARE).powf(elapsed.as_secs_f64());
        let rate = self
            .rate
            .map_or(latest, |rate| rate + (latest - rate) * share);
        *self = Self {
            outcomes: 0,
            since: Instant::now(),
            rate: Some(rate),
        };
    }

    pub(super) fn rate(&self) -> f64 {
        let elapsed = self.since.elapsed().as_secs_f64();
        let first = || f64::from(self.outcomes) / elapsed.max(0.001);
        self.rate.unwrap_or_else(first)
    }
}

impl Progress {
    /// Adds the rate, and the time that is left.
    pub(super) fn at_rate(mut self, rate: f64) -> Self {
        self.rate = rate;
        let left = |total: u64| {
            let left = total.saturating_sub(self.done + self.failed);
            let left = u32::try_from(left).map_or(f64::INFINITY, f64::from);
            Duration::try_from_secs_f64(left / rate).ok()
        };
        self.time_left = self.total.and_then(left);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn the_rate_follows_the_last_seconds() {
        let mut meter = Meter::new();
        for _ in 0..10 {
            tokio::time::advance(INTERVAL).await;
            meter.count(100);
        }
        assert!((meter.rate() - 100.0).abs() < 0.1);
        for _ in 0..30 {
            tokio::time::advance(INTERVAL).await;
            meter.count(10);
        }
        assert!((10.0..20.0).contains(&meter.rate()), "{}", meter.rate());
    }

    #[test]
    fn the_time_left_needs_a_total_and_a_rate() {
        let progress = Progress {
            done: 30,
            failed: 10,
            total: Some(100),
            ..Progress::default()
        };
        let left = |rate| progress.at_rate(rate).time_left;
        assert_eq!(left(6.0), Some(Duration::from_secs(10)));
        assert_eq!(left(0.0), None);
        let without_total = Progress {
            total: None,
            ..progress
        };
        assert_eq!(without_total.at_rate(6.0).time_left, None);
    }
}
