use std::borrow::Cow;

/// What can name one item, or stand for a `{parameter}` of a path: a string, an integer, or a `Uuid` (feature `uuid`).
///
/// The text is percent-encoded where it enters a path, so an id can hold any character and stays one segment.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot stand in a path",
    label = "expected a string, an integer or a `Uuid`"
)]
pub trait Key {
    /// The text of the key, not encoded.
    fn to_text(&self) -> Cow<'_, str>;
}

impl Key for str {
    fn to_text(&self) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }
}

impl Key for String {
    fn to_text(&self) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }
}

impl Key for Cow<'_, str> {
    fn to_text(&self) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }
}

impl<K: Key + ?Sized> Key for &K {
    fn to_text(&self) -> Cow<'_, str> {
        (**self).to_text()
    }
}

macro_rules! key_by_display {
    ($($type:ty)*) => {$(
        impl Key for $type {
            fn to_text(&self) -> Cow<'_, str> {
                Cow::Owned(self.to_string())
            }
        }
    )*};
}

key_by_display!(i16 i32 i64);
#[cfg(feature = "uuid")]
key_by_display!(uuid::Uuid);
