//! Properties that an update merges instead of replacing them.

use std::collections::BTreeMap;

use super::patch::Patch as _;
use super::structured::StructuredType;
use crate::change::Change;
use crate::edm::{MapChanges, PropertyValue};

/// The type of a property with `#[graph(merge)]`: a complex type, or a map with string keys.
///
/// OData merges complex properties in an update ("OData Protocol", Update an Entity). Microsoft Graph does so in some workloads and replaces
/// them in others, so the struct declares it.
///
/// ```
/// use std::collections::BTreeMap;
///
/// use graph_resource::Merge;
///
/// let before = BTreeMap::from([("d95e6152".to_owned(), true), ("6463a5ce".to_owned(), true)]);
/// let after = BTreeMap::from([("d95e6152".to_owned(), true)]);
/// let changes = BTreeMap::difference(&before, &after);
/// assert_eq!(changes.iter().collect::<Vec<_>>(), [("6463a5ce", None)]);
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

impl<T: StructuredType<Patch: PropertyValue>> Merge for T {
    type Patch = T::Patch;

    fn difference(before: &Self, after: &Self) -> Self::Patch {
        T::Patch::between(before, after)
    }

    fn merge(&mut self, patch: Self::Patch) {
        patch.apply_to(self);
    }
}

impl<T: PropertyValue + Clone + PartialEq> Merge for BTreeMap<String, T> {
    type Patch = MapChanges<T>;

    fn difference(before: &Self, after: &Self) -> MapChanges<T> {
        let set = after
            .iter()
            .filter(|(name, value)| before.get(*name) != Some(value));
        let removed = before.keys().filter(|name| !after.contains_key(*name));
        MapChanges(
            set.map(|(name, value)| (name.clone(), Some(value.clone())))
                .chain(removed.map(|name| (name.clone(), None)))
                .collect(),
        )
    }

    fn merge(&mut self, patch: MapChanges<T>) {
        for (name, value) in patch.0 {
            match value {
                Some(value) => self.insert(name, value),
                None => self.remove(&name),
            };
        }
    }
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
