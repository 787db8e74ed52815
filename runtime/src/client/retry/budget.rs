use std::sync::atomic::{AtomicU32, Ordering};

/// How many repeats a client may make in a row before answers have to pay for more.
const REPEATS: u32 = 100;

/// How many answers pay for one repeat.
const ANSWERS: u32 = 10;

/// Bounds what the repeats of all tasks add to an outage: a hundred at once, and then one for each ten requests that are answered.
///
/// What the service asks for by `Retry-After` is not charged, since it knows its own load, and neither is what it throttles, for which the
/// pace is slowed.
#[derive(Debug)]
pub(super) struct Budget(AtomicU32);

impl Budget {
    const FULL: u32 = REPEATS * ANSWERS;

    pub(super) const fn new() -> Self {
        Self(AtomicU32::new(Self::FULL))
    }

    /// Pays for one repeat, if there is enough to.
    pub(super) fn withdraw(&self) -> bool {
        let pay = |left: u32| left.checked_sub(ANSWERS);
        self.0
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, pay)
            .is_ok()
    }

    /// An answer came.
    pub(super) fn deposit(&self) {
        if self.0.load(Ordering::Relaxed) < Self::FULL {
            // Two at the same time may leave one more than full, which nobody notices.
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outage_exhausts_it_and_answers_fill_it_again() {
        let budget = Budget::new();
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
    fn it_holds_no_more_than_when_it_was_new() {
        let budget = Budget::new();
        for _ in 0..5000 {
            budget.deposit();
        }
        assert_eq!((0..1000).filter(|_| budget.withdraw()).count(), 100);
    }
}
