//! Properties that are patched in place of being replaced.

use crate::Change;
use crate::edm::PropertyValue;

/// The type of a property under `#[graph(merge)]`: a complex type, or a map by name.
///
/// OData merges complex properties in an update ("OData Protocol", Update an Entity), and Microsoft Graph does so in some workloads and
/// replaces them in others, so that it is for the struct to say.
#[diagnostic::on_unimplemented(
    message = "a property of type `{Self}` cannot be merged",
    label = "neither a complex type nor a map",
    note = "`#[graph(merge)]` is for a struct under `#[graph_complex]`, or a `BTreeMap<String, _>`"
)]
pub trait Merge: PropertyValue {
    /// What a patch says about the parts of the property.
    type Patch: PropertyValue + Default + Clone + PartialEq;

    /// What turns `before` into `after`.
    fn difference(before: &Self, after: &Self) -> Self::Patch;

    /// Does what `patch` says.
    fn merge(&mut self, patch: Self::Patch);
}

/// What turns `before` into `after`, where the property is not nullable: nothing where they differ in what no patch carries. Called by
/// generated code.
pub fn between<T: Merge + PartialEq>(place: &mut Option<T::Patch>, before: &T, after: &T) {
    *place = difference(before, after);
}

fn difference<T: Merge + PartialEq>(before: &T, after: &T) -> Option<T::Patch> {
    if before == after {
        return None;
    }
    Some(T::difference(before, after)).filter(|patch| *patch != T::Patch::default())
}

/// Does to `property` what `patch` says, where it is not nullable. Called by generated code.
pub fn apply<T: Merge>(patch: &mut Option<T::Patch>, property: &mut T) {
    if let Some(patch) = patch.take() {
        property.merge(patch);
    }
}

/// What turns `before` into `after`, where the property is nullable: what begins to exist differs from the default. Called by generated code.
pub fn between_nullable<T: Merge + PartialEq + Default>(
    place: &mut Change<T::Patch>,
    before: &Option<T>,
    after: &Option<T>,
) {
    *place = match (before, after) {
        _ if before == after => Change::Keep,
        (_, None) => Change::Clear,
        (Some(before), Some(after)) => Change::set_or_keep(difference(before, after)),
        (None, Some(after)) => Change::Set(T::difference(&T::default(), after)),
    };
}

/// Does to `property` what `patch` says, where it is nullable. Called by generated code.
pub fn apply_nullable<T: Merge + Default>(patch: &mut Change<T::Patch>, property: &mut Option<T>) {
    match std::mem::take(patch) {
        Change::Keep => {}
        Change::Clear => *property = None,
        Change::Set(patch) => property.get_or_insert_default().merge(patch),
    }
}
