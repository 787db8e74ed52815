//! Changes: absent, `null` and value are three things.

pub(crate) mod field;
mod into_property;

pub use into_property::IntoProperty;
use serde_core::{Deserialize, Deserializer, Serialize, Serializer, ser};

/// The change of one nullable property in a patch: keep it, clear it to `null`, or set it to a value.
///
/// JSON distinguishes an absent property, `null` and a value, and so does an update of Microsoft Graph: an absent property
/// stays as it is, `null` clears it, a value replaces it. `Option` can express only two of the three.
///
/// There is deliberately no `From<Option<T>>`: the caller decides whether `None` keeps or clears, with
/// [`set_or_keep`](Change::set_or_keep) or [`set_or_clear`](Change::set_or_clear).
///
/// ```
/// use graph_resource::Change;
///
/// let from_a_form: Option<String> = None;
/// assert_eq!(Change::set_or_keep(from_a_form.clone()), Change::Keep);
/// assert_eq!(Change::set_or_clear(from_a_form), Change::Clear);
/// assert_eq!(Change::Set("24H2").map(str::len), Change::Set(4));
/// ```
///
/// In your own struct, skip `Keep` when writing and default to it when reading:
///
/// ```
/// use graph_resource::Change;
///
/// #[derive(serde::Serialize, serde::Deserialize)]
/// struct Form {
///     #[serde(default, skip_serializing_if = "Change::is_keep")]
///     nickname: Change<String>,
/// }
///
/// let form: Form = serde_json::from_str(r#"{"nickname":null}"#)?;
/// assert_eq!(form.nickname, Change::Clear);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Change<T> {
    /// The property is left as it is: it is not sent.
    #[default]
    Keep,
    /// The property is set to JSON `null`.
    Clear,
    /// The property is set to this value.
    Set(T),
}

impl<T> Change<T> {
    /// Creates a change from an `Option`: `Some` sets the value, `None` leaves the property as it is.
    pub fn set_or_keep(value: Option<T>) -> Self {
        value.map_or(Self::Keep, Self::Set)
    }

    /// Creates a change from an `Option`: `Some` sets the value, `None` clears the property.
    pub fn set_or_clear(value: Option<T>) -> Self {
        value.map_or(Self::Clear, Self::Set)
    }

    /// Returns whether the property is left as it is.
    pub const fn is_keep(&self) -> bool {
        matches!(self, Self::Keep)
    }

    /// Returns whether the property is cleared.
    pub const fn is_clear(&self) -> bool {
        matches!(self, Self::Clear)
    }

    /// Returns whether the property is set to a value.
    pub const fn is_set(&self) -> bool {
        matches!(self, Self::Set(_))
    }

    /// Returns the value that is set, if any.
    pub fn value(self) -> Option<T> {
        match self {
            Self::Set(value) => Some(value),
            Self::Keep | Self::Clear => None,
        }
    }

    /// Converts to a change of a reference to the value.
    pub const fn as_ref(&self) -> Change<&T> {
        match self {
            Self::Keep => Change::Keep,
            Self::Clear => Change::Clear,
            Self::Set(value) => Change::Set(value),
        }
    }

    /// Maps the value that is set.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Change<U> {
        match self {
            Self::Keep => Change::Keep,
            Self::Clear => Change::Clear,
            Self::Set(value) => Change::Set(f(value)),
        }
    }

    /// Applies the change to `property`.
    ///
    /// ```
    /// use graph_resource::Change;
    ///
    /// let mut version = Some("1.0".to_owned());
    /// Change::Keep.apply_to(&mut version);
    /// assert_eq!(version.as_deref(), Some("1.0"));
    /// Change::Clear.apply_to(&mut version);
    /// assert_eq!(version, None);
    /// ```
    pub fn apply_to(self, property: &mut Option<T>) {
        match self {
            Self::Keep => {}
            Self::Clear => *property = None,
            Self::Set(value) => *property = Some(value),
        }
    }
}

impl<T: Clone + PartialEq> Change<T> {
    /// Returns the change that turns `before` into `after`: `Keep` if they are equal.
    ///
    /// ```
    /// use graph_resource::Change;
    ///
    /// assert_eq!(Change::between(&Some(1), &Some(1)), Change::Keep);
    /// assert_eq!(Change::between(&Some(1), &None), Change::Clear);
    /// assert_eq!(Change::between(&None, &Some(2)), Change::Set(2));
    /// ```
    pub fn between(before: &Option<T>, after: &Option<T>) -> Self {
        if before == after {
            Self::Keep
        } else {
            Self::set_or_clear(after.clone())
        }
    }
}

/// `None` keeps, `Some(None)` clears, `Some(Some(value))` sets.
impl<T> From<Option<Option<T>>> for Change<T> {
    fn from(nested: Option<Option<T>>) -> Self {
        nested.map_or(Self::Keep, Self::set_or_clear)
    }
}

/// `Keep` is `None`, `Clear` is `Some(None)`, `Set(value)` is `Some(Some(value))`.
impl<T> From<Change<T>> for Option<Option<T>> {
    fn from(change: Change<T>) -> Self {
        match change {
            Change::Keep => None,
            Change::Clear => Some(None),
            Change::Set(value) => Some(Some(value)),
        }
    }
}

impl<T: Serialize> Serialize for Change<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Keep => Err(ser::Error::custom(
                "`Change::Keep` has no JSON form: leave the property out, for example with \
                 `#[serde(skip_serializing_if = \"Change::is_keep\")]`",
            )),
            Self::Clear => serializer.serialize_none(),
            Self::Set(value) => value.serialize(serializer),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Change<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::deserialize(deserializer).map(Self::set_or_clear)
    }
}
