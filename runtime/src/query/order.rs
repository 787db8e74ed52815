use std::fmt;
use std::marker::PhantomData;

/// An order of the items of a collection of `R`, a part of `$orderby`.
///
/// A property is one: the smallest value first. [`descending`](super::PropertyPath::descending) reverses it.
pub struct Order<R> {
    text: String,
    resource: PhantomData<fn() -> R>,
}

impl<R> Order<R> {
    pub(super) const fn by(text: String) -> Self {
        Self {
            text,
            resource: PhantomData,
        }
    }

    pub(crate) fn into_text(self) -> String {
        self.text
    }
}

impl<R> fmt::Debug for Order<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Order({})", self.text)
    }
}
