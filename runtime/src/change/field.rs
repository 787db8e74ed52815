use std::collections::BTreeMap;

use super::Change;
use super::into_property::IntoProperty;

/// The field of one property in a patch: a [`Change`] for a nullable property, an `Option` for any other, where `None` keeps.
///
/// Generated code treats both alike through this trait. It calls functions of the trait, not functions that demand it: about a value that
/// cannot be compared, the compiler then says the same at each call, and reports it once.
///
/// The provided functions are not inlined, in release builds either: a program would have a copy of each for each property, which was a
/// third of the size of a resource.
pub trait PatchField: Sized {
    /// The type of the property in the resource.
    type Property;
    /// The type of the value that the property can be set to.
    type Value;

    /// The field that leaves the property as it is.
    const KEEP: Self;

    /// Creates the field that sets the property.
    fn set(value: Self::Value) -> Self;

    /// Returns the value that is set, if any.
    fn into_value(self) -> Option<Self::Value>;

    /// Creates the field that turns `before` into `after`.
    fn between(before: &Self::Property, after: &Self::Property) -> Self;

    /// Applies the field to `property`.
    fn apply_to(self, property: &mut Self::Property);

    /// Copies another field.
    fn copy_from(&mut self, other: &Self);

    /// Returns whether another field is the same.
    fn is_same(&self, other: &Self) -> bool;

    /// Sets the property.
    #[inline(never)]
    fn assign(&mut self, value: impl IntoProperty<Self::Value>) {
        *self = Self::set(value.into_property());
    }

    /// Becomes the difference of two values.
    #[inline(never)]
    fn compare(&mut self, before: &Self::Property, after: &Self::Property) {
        *self = Self::between(before, after);
    }

    /// Moves the change out of the field and applies it to `property`.
    #[inline(never)]
    fn apply(&mut self, property: &mut Self::Property) {
        std::mem::replace(self, Self::KEEP).apply_to(property);
    }
}

/// A value that can be compared and copied.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not both `Clone` and `PartialEq`",
    label = "a patch copies and compares the values of its properties",
    note = "add `#[derive(Clone, PartialEq)]` to the type"
)]
pub trait Comparable: Clone + PartialEq {}

#[diagnostic::do_not_recommend]
impl<T: Clone + PartialEq> Comparable for T {}

impl<T: Comparable> PatchField for Change<T> {
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

    #[inline(never)]
    fn copy_from(&mut self, other: &Self) {
        self.clone_from(other);
    }

    #[inline(never)]
    fn is_same(&self, other: &Self) -> bool {
        self == other
    }
}

impl<T: Comparable> PatchField for Option<T> {
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

    #[inline(never)]
    fn copy_from(&mut self, other: &Self) {
        self.clone_from(other);
    }

    #[inline(never)]
    fn is_same(&self, other: &Self) -> bool {
        self == other
    }
}

// Other operations of generated code on one field, which are not inlined either.

/// Clears a property. Called by generated setters.
#[inline(never)]
pub fn clear<T>(field: &mut Change<T>) {
    *field = Change::Clear;
}

/// Sets a property, or clears it. Called by generated setters.
#[inline(never)]
pub fn set_or_clear<T>(field: &mut Change<T>, value: Option<T>) {
    *field = Change::set_or_clear(value);
}

/// Swaps two fields. Called by generated code.
#[inline(never)]
pub const fn swap<P>(field: &mut P, other: &mut P) {
    std::mem::swap(field, other);
}

/// Moves the value of a required property out of `other` if `field` has none. Called by generated code.
#[inline(never)]
pub fn require<P: PatchField + PartialEq>(field: &mut P, other: &mut P) {
    if *field == P::KEEP {
        swap(field, other);
    }
}

/// Edits the patch of a merged property in place. Called by generated setters.
pub fn edit<P: PatchField<Value: Default> + Default>(
    field: &mut P,
    edit: impl FnOnce(P::Value) -> P::Value,
) {
    let patch = std::mem::take(field).into_value().unwrap_or_default();
    *field = P::set(edit(patch));
}

/// Collects the elements of a collection. Called by generated setters.
pub fn elements<T, V: IntoProperty<T>>(values: impl IntoIterator<Item = V>) -> Vec<T> {
    values
        .into_iter()
        .map(IntoProperty::into_property)
        .collect()
}

/// Collects the entries of a map. Called by generated setters.
pub fn entries<T, N: Into<String>, V: IntoProperty<T>>(
    entries: impl IntoIterator<Item = (N, V)>,
) -> BTreeMap<String, T> {
    entries
        .into_iter()
        .map(|(name, value)| (name.into(), value.into_property()))
        .collect()
}
