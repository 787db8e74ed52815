//! Properties that an update merges instead of replacing them.

use std::collections::BTreeMap;

use super::patch::Patch as _;
use super::shape::Structured;
use super::structured::StructuredType;
use super::union::{GraphUnion, Union};
use crate::change::Change;
use crate::edm::map_entry::EntryShape;
use crate::edm::{
    Boxed, EntryChange, Form, MapChanges, MapEntry, PropertyValue, Replaced, Shaped, ValueSink,
};
use crate::json::{Input, ValueError, from_slice};

/// The type of a property with `#[graph(merge)]`: a complex type, or a map with string keys.
///
/// OData merges complex properties in an update ("OData Protocol", Update an Entity). Microsoft Graph does so in some workloads and replaces
/// them in others, so the struct declares it.
///
/// ```
/// use std::collections::BTreeMap;
///
/// use graph_resource::Merge;
/// use graph_resource::edm::EntryChange;
///
/// let before = BTreeMap::from([("d95e6152".to_owned(), true), ("6463a5ce".to_owned(), true)]);
/// let after = BTreeMap::from([("d95e6152".to_owned(), true)]);
/// let changes = BTreeMap::difference(&before, &after);
/// assert_eq!(changes.iter().collect::<Vec<_>>(), [("6463a5ce", &EntryChange::Remove)]);
///
/// let mut map = before.clone();
/// map.merge(changes);
/// assert_eq!(map, after);
/// ```
#[diagnostic::on_unimplemented(
    message = "a property of type `{Self}` cannot be merged",
    label = "neither a complex type nor a map",
    note = "`#[graph(merge)]` is for a struct under `#[graph_complex]`, or a `BTreeMap<String, _>`"
)]
pub trait Merge: PropertyValue {
    /// The patch of the property.
    type Patch: PropertyValue + Default + Clone + PartialEq;

    /// Returns the patch that turns `before` into `after`.
    fn difference(before: &Self, after: &Self) -> Self::Patch;

    /// Applies a patch.
    fn merge(&mut self, patch: Self::Patch);
}

#[doc(hidden)]
#[diagnostic::do_not_recommend]
impl<T: Shaped<Shape: MergeShape<T>>> Merge for T {
    type Patch = <T::Shape as MergeShape<T>>::Patch;

    fn difference(before: &Self, after: &Self) -> Self::Patch {
        T::Shape::difference(before, after)
    }

    fn merge(&mut self, patch: Self::Patch) {
        T::Shape::merge(self, patch);
    }
}

/// The kind of a generated type whose values can be merged. The functions are those of [`Merge`].
#[doc(hidden)]
pub trait MergeShape<T> {
    type Patch: PropertyValue + Default + Clone + PartialEq;

    fn difference(before: &T, after: &T) -> Self::Patch;

    fn merge(value: &mut T, patch: Self::Patch);
}

impl<T: StructuredType<Patch: PropertyValue>> MergeShape<T> for Structured {
    type Patch = T::Patch;

    fn difference(before: &T, after: &T) -> T::Patch {
        T::Patch::between(before, after)
    }

    fn merge(value: &mut T, patch: T::Patch) {
        patch.apply_to(value);
    }
}

/// A value on the heap is merged as the value itself.
impl<T: Merge> MergeShape<Box<T>> for Boxed {
    type Patch = T::Patch;

    fn difference(before: &Box<T>, after: &Box<T>) -> T::Patch {
        T::difference(before, after)
    }

    fn merge(value: &mut Box<T>, patch: T::Patch) {
        T::merge(value, patch);
    }
}

impl<T: MapEntry> Merge for BTreeMap<String, T> {
    type Patch = MapChanges<T>;

    fn difference(before: &Self, after: &Self) -> MapChanges<T> {
        MapChanges::between(before, after)
    }

    fn merge(&mut self, patch: MapChanges<T>) {
        patch.apply_to(self);
    }
}

/// The entry of a map that is a complex type is changed by its patch.
impl<T> EntryShape<T> for Structured
where
    T: StructuredType<Patch: PropertyValue> + Clone,
{
    type Patch = T::Patch;

    fn read_change(input: Input<'_, '_>) -> Result<EntryChange<T, T::Patch>, ValueError> {
        T::Patch::from_input(input).map(EntryChange::Change)
    }

    fn difference(before: &T, after: &T) -> Option<EntryChange<T, T::Patch>> {
        let patch = T::Patch::between(before, after);
        (patch != T::Patch::default()).then_some(EntryChange::Change(patch))
    }

    /// A value that is set, and a patch of an entry that does not exist, are converted to each other by what a request says.
    fn changed(entry: Option<T>, change: EntryChange<T, T::Patch>) -> Option<T> {
        match (entry, change) {
            (None, EntryChange::Set(value)) => Some(value),
            (None, EntryChange::Change(patch)) => converted(&patch),
            (Some(entry), EntryChange::Set(value)) => match converted::<T::Patch>(&value) {
                Some(patch) => Some(patched(entry, patch)),
                None => Some(value),
            },
            (Some(entry), EntryChange::Change(patch)) => Some(patched(entry, patch)),
            _ => None,
        }
    }
}

fn patched<T: StructuredType>(mut value: T, patch: T::Patch) -> T {
    patch.apply_to(&mut value);
    value
}

/// Reads what a request says of a value as another type.
fn converted<T: PropertyValue>(value: &impl PropertyValue) -> Option<T> {
    let (mut json, mut converted) = (Vec::new(), None);
    value
        .write_json(&mut json, Form::Request { endpoint: None })
        .ok()?;
    from_slice(&json, &mut ValueSink(&mut converted)).ok()?;
    converted
}

impl<U: GraphUnion + PropertyValue + Clone> EntryShape<U> for Union {
    type Patch = Replaced;
}

/// Sets the field of a property that is not nullable to the difference: to `None` if the values differ only in what no patch carries.
/// Called by generated code.
pub fn between<T: Merge + PartialEq>(field: &mut Option<T::Patch>, before: &T, after: &T) {
    *field = difference(before, after);
}

fn difference<T: Merge + PartialEq>(before: &T, after: &T) -> Option<T::Patch> {
    if before == after {
        return None;
    }
    Some(T::difference(before, after)).filter(|patch| *patch != T::Patch::default())
}

/// Moves the patch out of its field and applies it to a property that is not nullable. Called by generated code.
pub fn apply<T: Merge>(patch: &mut Option<T::Patch>, property: &mut T) {
    if let Some(patch) = patch.take() {
        property.merge(patch);
    }
}

/// Sets the field of a nullable property to the difference: a value that begins to exist is compared with the default. Called by generated
/// code.
pub fn between_nullable<T: Merge + PartialEq + Default>(
    field: &mut Change<T::Patch>,
    before: &Option<T>,
    after: &Option<T>,
) {
    *field = match (before, after) {
        _ if before == after => Change::Keep,
        (_, None) => Change::Clear,
        (Some(before), Some(after)) => Change::set_or_keep(difference(before, after)),
        (None, Some(after)) => Change::Set(T::difference(&T::default(), after)),
    };
}

/// Moves the patch out of its field and applies it to a nullable property. Called by generated code.
pub fn apply_nullable<T: Merge + Default>(patch: &mut Change<T::Patch>, property: &mut Option<T>) {
    match std::mem::take(patch) {
        Change::Keep => {}
        Change::Clear => *property = None,
        Change::Set(patch) => property.get_or_insert_default().merge(patch),
    }
}

/// Sets the field of references to those that `after` adds, since an update adds to the existing ones. Called by generated code.
pub fn added<T: Clone + PartialEq>(field: &mut Option<Vec<T>>, before: &[T], after: &[T]) {
    let new = after.iter().filter(|reference| !before.contains(reference));
    let new: Vec<T> = new.cloned().collect();
    *field = (!new.is_empty()).then_some(new);
}

/// Moves the references out of their field, and adds them to the property. Called by generated code.
pub fn add<T: PartialEq>(field: &mut Option<Vec<T>>, property: &mut Vec<T>) {
    for reference in field.take().unwrap_or_default() {
        if !property.contains(&reference) {
            property.push(reference);
        }
    }
}
