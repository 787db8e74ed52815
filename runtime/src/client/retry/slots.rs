use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::Semaphore;

/// A number of slots that are handed out in the order of the requests for them, and that changes by additive increase and multiplicative
/// decrease, as in TCP.
#[derive(Debug)]
pub(super) struct Slots {
    semaphore: Semaphore,
    size: Mutex<Size>,
    max: f64,
}

#[derive(Debug)]
struct Size {
    /// The limit. Its fraction accumulates towards the next whole number.
    limit: f64,
    /// The number of slots, free or not.
    slots: u32,
    /// The number of slots in use that are not free again when they are released, since the limit was lowered.
    surplus: usize,
}

impl Slots {
    pub(super) fn new(max: u32) -> Self {
        let max = max.max(1);
        Self {
            semaphore: Semaphore::new(permits(max)),
            size: Mutex::new(Size {
                limit: f64::from(max),
                slots: max,
                surplus: 0,
            }),
            max: f64::from(max),
        }
    }

    /// Waits for a slot, which the caller has to release. Those who wait get slots in their order.
    pub(super) async fn acquire(&self) {
        // Nobody closes the semaphore, so this is never an error.
        if let Ok(permit) = self.semaphore.acquire().await {
            permit.forget();
        }
    }

    /// Releases a slot, which is handed to the next who waits.
    pub(super) fn release(&self) {
        let mut size = self.lock();
        if size.surplus > 0 {
            size.surplus -= 1;
        } else {
            self.semaphore.add_permits(1);
        }
    }

    /// Raises the limit by the share of one answer: by one for as many answers as there are slots. Returns whether it is at the maximum.
    pub(super) fn raise(&self) -> bool {
        let mut size = self.lock();
        size.limit = (size.limit + 1.0 / size.limit).min(self.max);
        if f64::from(size.slots) + 1.0 <= size.limit {
            size.slots += 1;
            if size.surplus > 0 {
                size.surplus -= 1;
            } else {
                self.semaphore.add_permits(1);
            }
        }
        size.limit >= self.max
    }

    /// Halves the limit.
    pub(super) fn halve(&self) {
        let mut size = self.lock();
        size.limit = (size.limit / 2.0).max(1.0);
        let less = size.slots - (size.slots / 2).max(1);
        size.slots -= less;
        let less = permits(less);
        size.surplus += less - self.semaphore.forget_permits(less);
    }

    #[cfg(test)]
    pub(super) fn limit(&self) -> f64 {
        self.lock().limit
    }

    /// Locks the size. A poisoned lock is fine, since no change of the size can be interrupted halfway.
    fn lock(&self) -> MutexGuard<'_, Size> {
        self.size.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Returns a number of slots as one of permits, as far as a semaphore can count.
pub(super) fn permits(slots: u32) -> usize {
    usize::try_from(slots).map_or(Semaphore::MAX_PERMITS, |slots| {
        slots.min(Semaphore::MAX_PERMITS)
    })
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;

    use super::*;

    fn try_acquire(slots: &Slots) -> bool {
        slots.acquire().now_or_never().is_some()
    }

    fn free(slots: &Slots) -> usize {
        (0..1000).take_while(|_| try_acquire(slots)).count()
    }

    #[test]
    fn the_decrease_is_from_the_limit() {
        let slots = Slots::new(256);
        assert!(try_acquire(&slots));
        slots.halve();
        assert!((slots.limit() - 128.0).abs() < 0.01);
        slots.release();
        assert_eq!(free(&slots), 128);
    }

    #[test]
    fn slots_in_use_count_towards_a_lower_limit() {
        let slots = Slots::new(8);
        assert_eq!(free(&slots), 8);
        slots.halve();
        for _ in 0..4 {
            slots.release();
            assert!(!try_acquire(&slots));
        }
        slots.release();
        assert!(try_acquire(&slots));
        assert!(!try_acquire(&slots));
    }

    #[test]
    fn the_limit_is_at_least_one() {
        let slots = Slots::new(3);
        for _ in 0..10 {
            slots.halve();
        }
        assert_eq!(free(&slots), 1);
    }

    #[test]
    fn answers_raise_the_limit_by_one_for_each_round_up_to_the_maximum() {
        let slots = Slots::new(8);
        slots.halve();
        for _ in 0..5 {
            assert!(!slots.raise());
        }
        assert_eq!(free(&slots), 5);
        for _ in 0..100 {
            slots.raise();
        }
        assert!(slots.raise());
        assert_eq!(free(&slots), 3);
    }

    #[test]
    fn a_raised_limit_keeps_a_slot_that_is_in_use() {
        let slots = Slots::new(2);
        assert_eq!(free(&slots), 2);
        slots.halve();
        slots.raise();
        slots.release();
        slots.release();
        assert_eq!(free(&slots), 2);
    }
}
