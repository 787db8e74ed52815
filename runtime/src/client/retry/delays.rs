use std::time::Duration;

use backon::{BackoffBuilder, ExponentialBuilder};

use crate::request::Retry;

/// The longest single delay, which can be added to any clock without overflow.
const MAX_DELAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Returns whether the policy never waits.
pub(super) const fn is_never(policy: &Retry) -> bool {
    policy.max_attempts == 1 && policy.max_elapsed.is_zero()
}

/// Returns the longest time that a request waits for its turn and for a token.
///
/// A policy that never waits for the service still takes its turn among the requests of the client.
pub(super) const fn queue_time(policy: &Retry) -> Duration {
    if policy.max_elapsed.is_zero() {
        Retry::MAX_ELAPSED
    } else {
        policy.max_elapsed
    }
}

/// Returns the shortest delay.
pub(super) fn first_delay(policy: &Retry) -> Duration {
    policy.backoff.0.min(MAX_DELAY)
}

/// Returns the endless sequence of delays.
pub(super) fn delays(policy: &Retry) -> impl Iterator<Item = Duration> + use<> {
    let (first, longest) = policy.backoff;
    ExponentialBuilder::new()
        .with_min_delay(first.min(MAX_DELAY))
        .with_max_delay(longest.max(first).min(MAX_DELAY))
        .with_jitter()
        .without_max_times()
        .build()
}

/// The limit of the delay after the first conflict, which doubles with each further one, and the limit of all delays.
const CONFLICT_DELAY: (Duration, Duration) = (Duration::from_millis(100), Duration::from_secs(10));

/// Returns the delay after so many conflicts: a random part of a limit, so that tasks that edit one item do not meet again.
pub(super) fn conflict_delay(conflicts: u32) -> Duration {
    let (first, longest) = CONFLICT_DELAY;
    let doubled = 2u32.saturating_pow(conflicts.saturating_sub(1));
    let limit = first.saturating_mul(doubled).min(longest);
    limit.mul_f64(fastrand::f64())
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
    fn the_delay_after_a_conflict_is_a_part_of_a_limit_that_doubles() {
        for (conflicts, millis) in [
            (1, 100),
            (2, 200),
            (5, 1600),
            (8, 10_000),
            (u32::MAX, 10_000),
        ] {
            let delays: Vec<_> = (0..200).map(|_| conflict_delay(conflicts)).collect();
            let limit = Duration::from_millis(millis);
            assert!(delays.iter().all(|delay| *delay < limit));
            assert!(delays.iter().any(|delay| *delay > limit / 2));
            assert!(delays.iter().any(|delay| *delay < limit / 2));
        }
    }

    #[test]
    fn huge_delays_are_limited_to_what_a_clock_can_represent() {
        for policy in [
            Retry::default().backoff(Duration::MAX, Duration::MAX),
            Retry::default().backoff(Duration::from_secs(9), Duration::ZERO),
            Retry::never(),
        ] {
            assert!(
                delays(&policy)
                    .take(100)
                    .all(|delay| delay <= 2 * MAX_DELAY)
            );
        }
    }
}
