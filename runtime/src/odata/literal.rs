//! Literals: the text of a primitive value in a URL ("OData URL Conventions", Primitive Literals).
//!
//! The Edm type of a property decides whether its literals are quoted (`EdmType::is_quoted`).

use std::borrow::{Borrow, Cow};

/// A type whose values can be a key or another `{parameter}` of a path: a string, an integer, or a `Uuid` (feature `uuid`).
///
/// The text is percent-encoded when it becomes part of a path, so an id with any characters is one segment.
///
/// ```
/// use std::borrow::Cow;
///
/// use graph_resource::{Cloud, Endpoint, Key, graph_resource};
///
/// /// The id of a user, as a type of the application.
/// struct UserId(String);
///
/// impl Key for UserId {
///     fn to_text(&self) -> Cow<'_, str> {
///         Cow::Borrowed(&self.0)
///     }
/// }
///
/// #[graph_resource(path = "/users")]
/// pub struct User {
///     #[graph(key)]
///     pub id: String,
/// }
///
/// let request = User::get(UserId("adele@contoso.com".to_owned())).to_http_request(&Endpoint::new(Cloud::Global))?;
/// assert_eq!(request.uri().path(), "/v1.0/users/adele@contoso.com");
/// # Ok::<(), graph_resource::Error>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot stand in a path",
    label = "expected a string, an integer or a `Uuid`"
)]
pub trait Key {
    /// Returns the text of the key, which is not percent-encoded.
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

key_by_display!(i8 i16 i32 i64 u8);
#[cfg(feature = "uuid")]
key_by_display!(uuid::Uuid);

/// A [`Key`] of an item whose key is a `T`: the value itself, or a reference to it.
///
/// The macros demand it where the text of a key must have a form of its own, as that of a `Uuid`. Any other key is text, which may be of
/// any type.
///
/// ```
/// use graph_resource::KeyOf;
///
/// /// Returns the text of the key of a site, which is an integer.
/// fn site(key: impl KeyOf<i64>) -> String {
///     key.to_text().into_owned()
/// }
///
/// assert_eq!((site(7), site(&7)), ("7".to_owned(), "7".to_owned()));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the key, which is a `{T}`",
    label = "expected `{T}`, or a reference to one",
    note = "parse a text first: `Uuid::parse_str(text)?`"
)]
pub trait KeyOf<T>: Key {}

#[diagnostic::do_not_recommend]
impl<T, K: Key + Borrow<T>> KeyOf<T> for K {}

/// Returns the text between the quotes of a string literal, in which quotes are doubled.
pub(super) fn in_quotes(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.contains('\'') {
        return text.replace('\'', "''").into();
    }
    text
}

/// Returns whether the text consists of characters that occur in literals without quotes: numbers, GUIDs, dates and names.
pub(super) fn is_bare(text: &str) -> bool {
    text.chars()
        .all(|character| character.is_ascii_alphanumeric() || "-+.:_~".contains(character))
}
