//! The detection of pages that repeat.

/// The progress of a client from page to page.
///
/// A link is compared to that of the page before it, and to one earlier link, which is replaced after 1, 2, 4, … pages (Brent's algorithm).
/// This finds each cycle in a number of pages proportional to its length and start, and keeps a single link.
#[derive(Clone, PartialEq, Default)]
pub(super) struct Progress {
    earlier: Option<String>,
    pages_since: u32,
    pages_until_replaced: u32,
    is_repeated: bool,
}

impl Progress {
    /// Records the step from the page at the link `current`, if it was read by a link, to the one at `next`.
    pub(super) fn advance(&mut self, current: Option<&str>, next: &str) {
        self.is_repeated |= current == Some(next) || self.earlier.as_deref() == Some(next);
        if self.pages_since == self.pages_until_replaced {
            self.earlier = Some(next.to_owned());
            self.pages_until_replaced = self.pages_until_replaced.saturating_mul(2).max(1);
            self.pages_since = 0;
        }
        self.pages_since = self.pages_since.saturating_add(1);
    }

    /// Returns whether a link was followed twice.
    pub(super) const fn is_repeated(&self) -> bool {
        self.is_repeated
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the number of links that are followed before a repetition is noticed.
    fn followed<'a>(links: impl Iterator<Item = &'a str>) -> Option<usize> {
        let mut progress = Progress::default();
        let mut current = None;
        for (number, link) in links.enumerate() {
            progress.advance(current, link);
            if progress.is_repeated() {
                return Some(number);
            }
            current = Some(link);
        }
        None
    }

    #[test]
    fn a_link_that_repeats_is_noticed_at_once() {
        assert_eq!(followed(["a", "a"].into_iter()), Some(1));
        assert_eq!(followed(["a", "b", "c", "d", "d"].into_iter()), Some(4));
    }

    #[test]
    fn a_cycle_of_any_length_is_noticed() {
        let links: Vec<_> = (0..200).map(|number| number.to_string()).collect();
        for start in [0, 1, 7, 50] {
            for length in 1..100 {
                let (before, cycle) = (&links[..start], &links[start..start + length]);
                let endless = before.iter().chain(cycle.iter().cycle());
                let count = followed(endless.take(10_000).map(String::as_str));
                let limit = 4 * (start + length);
                assert!(
                    count.is_some_and(|count| count <= limit),
                    "{start} {length} {count:?}"
                );
            }
        }
    }

    #[test]
    fn pages_that_differ_are_not_repeated() {
        let links: Vec<_> = (0..10_000).map(|number| number.to_string()).collect();
        assert_eq!(followed(links.iter().map(String::as_str)), None);
    }
}
