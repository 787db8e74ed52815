//! The entries of merged maps: replaced as a whole, or changed in part.

use std::borrow::Cow;
use std::fmt::Debug;

use serde_core::{Deserializer, Serializer};
use serde_json::{Number, Value};

use super::collection::Boxed;
use super::enumeration::{Enumeration, GraphEnum};
use super::flags::{Flags, FlagsEnum};
use super::value::{Form, PropertyValue, Shape, Shaped};
use crate::json::{Input, ValueError};

/// A type of the entries of a map with `#[graph(merge)]`.
///
/// An entry that is a complex type or a map is changed in part, and its [`Patch`](Self::Patch) says how. An entry of any other type is
/// replaced as a whole. A property type of your own needs one line to be such an entry:
///
/// ```
/// # use graph_resource::edm::{Form, PropertyValue};
/// # use serde::{Deserialize, Deserializer, Serialize, Serializer};
/// use graph_resource::edm::{MapEntry, Replaced};
///
/// # #[derive(Debug, Clone, PartialEq)]
/// # struct Colour(String);
/// # impl PropertyValue for Colour {
/// #     fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
/// #         String::deserialize(deserializer).map(Self)
/// #     }
/// #     fn write<S: Serializer>(&self, serializer: S, _: Form<'_>) -> Result<S::Ok, S::Error> {
/// #         self.0.serialize(serializer)
/// #     }
/// # }
/// impl MapEntry for Colour {
///     type Patch = Replaced;
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the entry of a map with `#[graph(merge)]`",
    label = "not an entry of a merged map",
    note = "write `impl graph_resource::edm::MapEntry for {Self} {{ type Patch = graph_resource::edm::Replaced; }}` for a property type of \
            your own, or declare a complex type instead of a resource"
)]
pub trait MapEntry: PropertyValue + Clone + PartialEq {
    /// The partial change of an entry, or [`Replaced`] if there is none.
    type Patch: PropertyValue + Clone + PartialEq + Debug;

    /// Reads the change of an entry from input that is not `null`.
    #[doc(hidden)]
    fn read_change(input: Input<'_, '_>) -> Result<Change<Self>, ValueError> {
        Self::from_input(input).map(EntryChange::Set)
    }

    /// Returns the change that turns `before` into `after`, which differ. It is `None` if they differ only in what no request carries.
    #[doc(hidden)]
    fn difference(before: &Self, after: &Self) -> Option<Change<Self>> {
        let _ = before;
        Some(EntryChange::Set(after.clone()))
    }

    /// Returns the entry after a change of `entry`.
    #[doc(hidden)]
    fn changed(entry: Option<Self>, change: Change<Self>) -> Option<Self> {
        change.replace(entry)
    }
}

/// The change of an entry of the type `T`.
pub(crate) type Change<T> = EntryChange<T, <T as MapEntry>::Patch>;

/// The change of one entry of a map: an entry of type `T`, parts of which a `P` changes.
///
/// Two changes are equal if they say the same in a request: setting an entry is equal to changing all parts that the value has.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum EntryChange<T, P> {
    /// The entry is set to a value, which is sent whole. If the entry exists, parts that the value does not have stay as they are.
    Set(T),
    /// Parts of the entry change.
    Change(P),
    /// The entry is deleted: it is sent as `null`.
    Remove,
}

impl<T, P> EntryChange<T, P> {
    /// Returns an entry after the change, if it can only be replaced as a whole.
    fn replace(self, entry: Option<T>) -> Option<T> {
        match self {
            Self::Set(value) => Some(value),
            Self::Change(_) => entry,
            Self::Remove => None,
        }
    }

    /// Maps the value that is set.
    pub(super) fn map<U>(self, f: impl FnOnce(T) -> U) -> EntryChange<U, P> {
        match self {
            Self::Set(value) => EntryChange::Set(f(value)),
            Self::Change(patch) => EntryChange::Change(patch),
            Self::Remove => EntryChange::Remove,
        }
    }
}

impl<T: PropertyValue, P: PropertyValue> EntryChange<T, P> {
    /// Writes the entry as it is sent.
    pub(super) fn write<S: Serializer>(
        &self,
        serializer: S,
        form: Form<'_>,
    ) -> Result<S::Ok, S::Error> {
        match self {
            Self::Set(value) => value.write(serializer, form),
            Self::Change(patch) => patch.write(serializer, form),
            Self::Remove => serializer.serialize_none(),
        }
    }

    /// Returns the JSON of the entry in a request.
    fn sent(&self) -> Option<Value> {
        self.write(
            serde_json::value::Serializer,
            Form::Request { endpoint: None },
        )
        .ok()
    }
}

impl<T, P> PartialEq for EntryChange<T, P>
where
    T: PropertyValue + PartialEq,
    P: PropertyValue + PartialEq,
{
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Set(value), Self::Set(other)) => value == other,
            (Self::Change(patch), Self::Change(other)) => patch == other,
            (Self::Remove, Self::Remove) => true,
            _ => self.sent().is_some_and(|json| Some(json) == other.sent()),
        }
    }
}

/// The [patch](MapEntry::Patch) of entries that are replaced as a whole. It has no values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Replaced {}

impl PropertyValue for Replaced {
    fn read<'de, D: Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
        Err(serde_core::de::Error::custom(
            "the entry is replaced as a whole, and has no parts to change",
        ))
    }

    fn write<S: Serializer>(&self, _: S, _: Form<'_>) -> Result<S::Ok, S::Error> {
        match *self {}
    }
}

/// The patch of a map's entry that has parts to change: that of a complex type, a map or a JSON object. [`Replaced`] is none.
///
/// It is implemented for every property type with a default.
#[diagnostic::on_unimplemented(
    message = "the entries of this map have no parts to change",
    label = "entries are replaced as a whole",
    note = "call `set(name, value)`"
)]
pub trait EntryPatch: Default {}

#[diagnostic::do_not_recommend]
impl<P: PropertyValue + Default> EntryPatch for P {}

macro_rules! replaced {
    ($($(#[$attribute:meta])* $type:ty;)*) => {$(
        $(#[$attribute])*
        impl MapEntry for $type {
            type Patch = Replaced;
        }
    )*};
}

replaced! {
    bool;
    String;
    Box<str>;
    Cow<'_, str>;
    Number;
    u8;
    i8;
    i16;
    i32;
    i64;
    f32;
    f64;
    #[cfg(feature = "time")]
    time::OffsetDateTime;
    #[cfg(feature = "time")]
    time::Date;
    #[cfg(feature = "time")]
    time::Time;
    #[cfg(feature = "time")]
    time::Duration;
    #[cfg(feature = "uuid")]
    uuid::Uuid;
    #[cfg(feature = "binary")]
    super::binary::Binary;
}

impl<E: FlagsEnum + Clone + PartialEq> MapEntry for Flags<E> {
    type Patch = Replaced;
}

impl<T: PropertyValue + Clone + PartialEq> MapEntry for Vec<T> {
    type Patch = Replaced;
}

/// An entry that can be `null` is changed as the value that it has.
impl<T: MapEntry> MapEntry for Option<T> {
    type Patch = T::Patch;

    fn read_change(input: Input<'_, '_>) -> Result<Change<Self>, ValueError> {
        T::read_change(input).map(|change| change.map(Some))
    }

    fn difference(before: &Self, after: &Self) -> Option<Change<Self>> {
        match (before, after) {
            (Some(before), Some(after)) => {
                T::difference(before, after).map(|change| change.map(Some))
            }
            _ => Some(EntryChange::Set(after.clone())),
        }
    }

    fn changed(entry: Option<Self>, change: Change<Self>) -> Option<Self> {
        let change = match change {
            EntryChange::Set(None) => return Some(None),
            EntryChange::Set(Some(value)) => EntryChange::Set(value),
            EntryChange::Change(patch) => EntryChange::Change(patch),
            EntryChange::Remove => EntryChange::Remove,
        };
        T::changed(entry.flatten(), change).map(Some)
    }
}

/// The kind of a generated type whose values can be the entries of a merged map. The functions are those of [`MapEntry`].
#[doc(hidden)]
pub trait EntryShape<T: PropertyValue + Clone>: Shape<T> {
    type Patch: PropertyValue + Clone + PartialEq + Debug;

    fn read_change(input: Input<'_, '_>) -> Result<EntryChange<T, Self::Patch>, ValueError> {
        Self::from_input(input).map(EntryChange::Set)
    }

    fn difference(before: &T, after: &T) -> Option<EntryChange<T, Self::Patch>> {
        let _ = before;
        Some(EntryChange::Set(after.clone()))
    }

    fn changed(entry: Option<T>, change: EntryChange<T, Self::Patch>) -> Option<T> {
        change.replace(entry)
    }
}

#[doc(hidden)]
#[diagnostic::do_not_recommend]
impl<T: Shaped<Shape: EntryShape<T>> + Clone + PartialEq> MapEntry for T {
    type Patch = <T::Shape as EntryShape<T>>::Patch;

    #[doc(hidden)]
    fn read_change(input: Input<'_, '_>) -> Result<Change<Self>, ValueError> {
        T::Shape::read_change(input)
    }

    #[doc(hidden)]
    fn difference(before: &Self, after: &Self) -> Option<Change<Self>> {
        T::Shape::difference(before, after)
    }

    #[doc(hidden)]
    fn changed(entry: Option<Self>, change: Change<Self>) -> Option<Self> {
        T::Shape::changed(entry, change)
    }
}

impl<E: GraphEnum + PropertyValue + Clone> EntryShape<E> for Enumeration {
    type Patch = Replaced;
}

/// An entry on the heap is changed as the entry itself.
impl<T: MapEntry> EntryShape<Box<T>> for Boxed {
    type Patch = T::Patch;

    fn read_change(input: Input<'_, '_>) -> Result<EntryChange<Box<T>, T::Patch>, ValueError> {
        T::read_change(input).map(|change| change.map(Box::new))
    }

    fn difference(before: &Box<T>, after: &Box<T>) -> Option<EntryChange<Box<T>, T::Patch>> {
        T::difference(before, after).map(|change| change.map(Box::new))
    }

    fn changed(entry: Option<Box<T>>, change: EntryChange<Box<T>, T::Patch>) -> Option<Box<T>> {
        let entry = entry.map(|entry| *entry);
        T::changed(entry, change.map(|value| *value)).map(Box::new)
    }
}
