use std::time::Duration;

use backon::{BackoffBuilder, ExponentialBuilder};

use crate::request::Retry;

/// The longest single wait, whatever a policy says: longer than anyone waits, and short enough to be added to any clock.
const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);

/// Returns whether the policy never waits.
pub(super) const fn is_never(policy: &Retry) -> bool {
    policy.max_attempts == 1 && policy.max_elapsed.is_zero()
}

/// Returns the shortest delay if the service asks for none.
pub(super) fn first_delay(policy: &Retry) -> Duration {
    policy.backoff.0.min(LONGEST)
}

/// Returns the endless sequence of delays if the service asks for none.
pub(super) fn delays(policy: &Retry) -> impl Iterator<Item = Duration> + use<> {
    let (first, longest) = policy.backoff;
    ExponentialBuilder::new()
        .with_min_delay(first.min(LONGEST))
        .with_max_delay(longest.max(first).min(LONGEST))
        .with_jitter()
        .without_max_times()
        .build()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delays_double_up_to_the_longest_and_jitter_only_adds() {
        let policy = Retry::default().backoff(Duration::from_secs(1), Duration::from_secs(5));
        for (delay, seconds) in delays(&policy).zip([1, 2, 4, 5, 5, 5]) {
            let least = Duration::from_secs(seconds);
            assert!((least..=2 * least).contains(&delay), "{delay:?}");
        }
    }

    #[test]
    fn absurd_delays_are_ones_that_a_clock_can_hold() {
        for policy in [
            Retry::default().backoff(Duration::MAX, Duration::MAX),
            Retry::default().backoff(Duration::from_secs(9), Duration::ZERO),
            Retry::never(),
        ] {
            assert!(delays(&policy).take(100).all(|delay| delay <= 2 * LONGEST));
        }
    }
}
