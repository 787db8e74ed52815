use serde_core::{Deserialize, Deserializer, Serialize, Serializer, ser};

/// What a patch says about one nullable property: nothing, `null`, or a value.
///
/// JSON tells an absent property, a `null` and a value apart, and so does a Microsoft Graph update: an absent property
/// stays as it is, `null` clears it, a value replaces it. `Option` has room for two of the three.
///
/// There is deliberately no `From<Option<T>>`: whether `None` keeps or clears is the caller's to say, with
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
/// In a struct of your own, skip `Keep` when writing and default to it when reading:
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
    /// `Some` sets the value, `None` leaves the property as it is.
    pub fn set_or_keep(value: Option<T>) -> Self {
        value.map_or(Self::Keep, Self::Set)
    }

    /// `Some` sets the value, `None` clears the property.
    pub fn set_or_clear(value: Option<T>) -> Self {
        value.map_or(Self::Clear, Self::Set)
    }

    /// Whether the property is left as it is.
    pub const fn is_keep(&self) -> bool {
        matches!(self, Self::Keep)
    }

    /// Whether the property is cleared.
    pub const fn is_clear(&self) -> bool {
        matches!(self, Self::Clear)
    }

    /// Whether the property is given a value.
    pub const fn is_set(&self) -> bool {
        matches!(self, Self::Set(_))
    }

    /// The value that is set, if one is.
    pub fn value(self) -> Option<T> {
        match self {
            Self::Set(value) => Some(value),
            Self::Keep | Self::Clear => None,
        }
    }

    /// The same change over a reference to its value.
    pub const fn as_ref(&self) -> Change<&T> {
        match self {
            Self::Keep => Change::Keep,
            Self::Clear => Change::Clear,
            Self::Set(value) => Change::Set(value),
        }
    }

    /// The same change with another value.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Change<U> {
        match self {
            Self::Keep => Change::Keep,
            Self::Clear => Change::Clear,
            Self::Set(value) => Change::Set(f(value)),
        }
    }

    /// Does to `property` what the change says.
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
    /// The change that turns `before` into `after`: `Keep` where they are equal.
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

/// The place of one property in a patch: a [`Change`] of a nullable property, an `Option` of any other, where `None` keeps.
///
/// Generated code treats both alike through it.
pub trait Part: Sized {
    /// The type of the property's field in the resource.
    type Property;
    /// What the property can be set to.
    type Value;

    /// Nothing is said.
    const KEEP: Self;

    /// The property is set.
    fn set(value: Self::Value) -> Self;

    /// The value that is set, if one is.
    fn into_value(self) -> Option<Self::Value>;

    /// What turns `before` into `after`.
    fn between(before: &Self::Property, after: &Self::Property) -> Self;

    /// Does to `property` what is said here.
    fn apply_to(self, property: &mut Self::Property);
}

impl<T: Clone + PartialEq> Part for Change<T> {
    type Property = Option<T>;
    type Value = T;

    const KEEP: Self = Self::Keep;

    fn set(value: T) -> Self {
        Self::Set(value)
    }

    fn into_value(self) -> Option<T> {
        self.value()
    }

    fn between(before: &Option<T>, after: &Option<T>) -> Self {
        Self::between(before, after)
    }

    fn apply_to(self, property: &mut Option<T>) {
        self.apply_to(property);
    }
}

impl<T: Clone + PartialEq> Part for Option<T> {
    type Property = T;
    type Value = T;

    const KEEP: Self = None;

    fn set(value: T) -> Self {
        Some(value)
    }

    fn into_value(self) -> Option<T> {
        self
    }

    fn between(before: &T, after: &T) -> Self {
        (before != after).then(|| after.clone())
    }

    fn apply_to(self, property: &mut T) {
        if let Some(value) = self {
            *property = value;
        }
    }
}

// What generated code does with each property. They stay calls in a release build, too: inlined, a program has each of them once for each
// property that it is about, and that was a third of all that a resource took of it.

/// Sets a property. Called by generated setters.
#[inline(never)]
pub fn set<P: Part>(place: &mut P, value: impl Into<P::Value>) {
    *place = P::set(value.into());
}

/// Clears a property. Called by generated setters.
#[inline(never)]
pub fn clear<T>(place: &mut Change<T>) {
    *place = Change::Clear;
}

/// Sets a property, or clears it. Called by generated setters.
#[inline(never)]
pub fn set_or_clear<T>(place: &mut Change<T>, value: Option<T>) {
    *place = Change::set_or_clear(value);
}

/// Copies what is said about a property. Called by generated code.
#[inline(never)]
pub fn copy<P: Clone>(place: &mut P, part: &P) {
    *place = part.clone();
}

/// Exchanges what is said about a property. Called by generated code.
#[inline(never)]
pub const fn swap<P>(place: &mut P, part: &mut P) {
    std::mem::swap(place, part);
}

/// Whether the same is said about a property. Called by generated code.
#[inline(never)]
pub fn same<P: PartialEq>(part: &P, other: &P) -> bool {
    part == other
}

/// What turns `before` into `after`. Called by generated code.
#[inline(never)]
pub fn between<P: Part>(place: &mut P, before: &P::Property, after: &P::Property) {
    *place = P::between(before, after);
}

/// Does to `property` what `part` says. Called by generated code.
#[inline(never)]
pub fn apply<P: Part>(part: &mut P, property: &mut P::Property) {
    std::mem::replace(part, P::KEEP).apply_to(property);
}

/// Has `edit` add to what the patch says about a merged property. Called by generated setters.
pub fn edit<P: Part<Value: Default> + Default>(
    place: &mut P,
    edit: impl FnOnce(P::Value) -> P::Value,
) {
    let part = std::mem::take(place).into_value().unwrap_or_default();
    *place = P::set(edit(part));
}
