use std::fmt;
use std::ops::Deref;

/// A reference to a description, resolved on use because types can contain themselves. It dereferences to the description:
/// see [`EdmType`](crate::EdmType).
pub struct Lazy<T: ?Sized + 'static>(fn() -> &'static T);

impl<T: ?Sized> Lazy<T> {
    pub(crate) const fn new(resolve: fn() -> &'static T) -> Self {
        Self(resolve)
    }

    /// Returns the description.
    #[cfg(feature = "schemars")]
    pub(crate) fn resolve(self) -> &'static T {
        (self.0)()
    }
}

impl<T: ?Sized> Deref for Lazy<T> {
    type Target = T;

    fn deref(&self) -> &'static T {
        (self.0)()
    }
}

/// Shows the description.
impl<T: ?Sized + fmt::Debug> fmt::Debug for Lazy<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl<T: ?Sized> Clone for Lazy<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized> Copy for Lazy<T> {}

impl<T: ?Sized + PartialEq> PartialEq for Lazy<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: ?Sized + Eq> Eq for Lazy<T> {}
