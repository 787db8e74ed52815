use super::continuation::Continuation;

/// The items that [`List::collect_up_to`](crate::List::collect_up_to) has read.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Collected<T> {
    /// The items.
    pub items: Vec<T>,
    continuation: Option<Continuation>,
}

impl<T> Collected<T> {
    pub(super) const fn new(items: Vec<T>, continuation: Option<Continuation>) -> Self {
        Self {
            items,
            continuation,
        }
    }

    /// Returns whether there may be more items than were asked for.
    pub const fn is_truncated(&self) -> bool {
        self.continuation.is_some()
    }

    /// Returns the place to go on from, if there may be more. It is the beginning of a page, some of whose items can be among these.
    pub const fn continuation(&self) -> Option<&Continuation> {
        self.continuation.as_ref()
    }
}

impl<T> IntoIterator for Collected<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}
