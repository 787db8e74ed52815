use std::sync::atomic::{AtomicU32, Ordering};

/// The number of retries in a full budget.
const MAX_RETRIES: u32 = 100;

/// The number of answers that allow one more retry.
const ANSWERS_PER_RETRY: u32 = 10;

/// A limit on the load that the retries of all tasks add to an outage: a hundred at once, and then one for every ten answers.
///
/// A retry that the service asks for with `Retry-After` is free, since the service knows its load. So is a retry of a throttled request, which
/// the limiter delays.
#[derive(Debug)]
pub(super) struct RetryBudget(AtomicU32);

impl RetryBudget {
    const FULL: u32 = MAX_RETRIES * ANSWERS_PER_RETRY;

    pub(super) const fn new() -> Self {
        Self(AtomicU32::new(Self::FULL))
    }

    /// Takes one retry from the budget, and returns whether there was one.
    pub(super) fn withdraw(&self) -> bool {
        let take = |left: u32| left.checked_sub(ANSWERS_PER_RETRY);
        self.0
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, take)
            .is_ok()
    }

    /// Adds the share of an answer to the budget.
    pub(super) fn deposit(&self) {
        if self.0.load(Ordering::Relaxed) < Self::FULL {
            // Concurrent calls may exceed the maximum by a few, which does no harm.
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outage_exhausts_the_budget_and_answers_refill_it() {
        let budget = RetryBudget::new();
        assert_eq!((0..1000).filter(|_| budget.withdraw()).count(), 100);
        for _ in 0..9 {
            budget.deposit();
        }
        assert!(!budget.withdraw());
        budget.deposit();
        assert!(budget.withdraw());
        assert!(!budget.withdraw());
    }

    #[test]
    fn a_full_budget_does_not_grow() {
        let budget = RetryBudget::new();
        for _ in 0..5000 {
            budget.deposit();
        }
        assert_eq!((0..1000).filter(|_| budget.withdraw()).count(), 100);
    }
}
