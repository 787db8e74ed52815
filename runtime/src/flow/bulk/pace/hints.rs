use std::time::Duration;

use http::{HeaderMap, HeaderName};

const LIMIT: HeaderName = HeaderName::from_static("ratelimit-limit");
const REMAINING: HeaderName = HeaderName::from_static("ratelimit-remaining");
const RESET: HeaderName = HeaderName::from_static("ratelimit-reset");
const COST: HeaderName = HeaderName::from_static("x-ms-resource-unit");
/// The longest time until a reset, in seconds. It can be added to any clock.
const DAY: f64 = 86_400.0;

const USED: HeaderName = HeaderName::from_static("x-ms-throttle-limit-percentage");

/// What an answer says about the budget of its workload, before it is used up ("Microsoft Graph throttling guidance").
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(in crate::flow::bulk) struct Hints {
    /// `RateLimit-Limit`: the resource units of the whole budget.
    pub(super) limit: Option<f64>,
    /// `RateLimit-Remaining`: the resource units that are left until the reset.
    pub(super) remaining: Option<f64>,
    /// `RateLimit-Reset`: the time until the whole budget is there again.
    pub(super) reset: Option<Duration>,
    /// `x-ms-resource-unit`: what the request has cost.
    pub(super) cost: Option<f64>,
    /// `x-ms-throttle-limit-percentage`: the part of the budget that is used, from 0.8 on.
    pub(super) used: Option<f64>,
}

impl Hints {
    pub(in crate::flow::bulk) fn of(headers: &HeaderMap) -> Self {
        let number = |name: HeaderName| {
            let value = headers.get(name)?.to_str().ok()?;
            let number: f64 = value.trim().parse().ok()?;
            (number.is_finite() && number >= 0.0).then_some(number)
        };
        if headers.is_empty() {
            return Self::default();
        }
        Self {
            limit: number(LIMIT),
            remaining: number(REMAINING),
            reset: number(RESET).and_then(|time| Duration::try_from_secs_f64(time.min(DAY)).ok()),
            cost: number(COST),
            used: number(USED),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_and_everything_else_is_ignored() {
        let mut headers = HeaderMap::new();
        for (name, value) in [
            ("ratelimit-remaining", "7"),
            ("ratelimit-reset", "2.5"),
            ("x-ms-resource-unit", "inf"),
            ("x-ms-throttle-limit-percentage", "many"),
        ] {
            headers.insert(name, value.parse().unwrap());
        }
        let hints = Hints::of(&headers);
        assert_eq!(hints.remaining, Some(7.0));
        assert_eq!(hints.reset, Some(Duration::from_millis(2500)));
        assert_eq!((hints.cost, hints.used), (None, None));
    }
}
