use std::fmt;

/// A secret, which `Debug` does not show.
#[derive(Clone)]
pub(super) struct Redacted<T>(pub(super) T);

impl<T> fmt::Debug for Redacted<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}
