use super::Change;

/// The field of one property in a patch: a [`Change`] for a nullable property, an `Option` for any other, where `None` keeps.
///
/// Generated code treats both alike through this trait.
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
}

impl<T: Clone + PartialEq> PatchField for Change<T> {
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

impl<T: Clone + PartialEq> PatchField for Option<T> {
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

// The operations of generated code on one field. None is inlined, in release builds either: a program would have a copy of each for each
// property, which was a third of the size of a resource.

/// Sets a property. Called by generated setters.
#[inline(never)]
pub fn set<P: PatchField>(field: &mut P, value: impl Into<P::Value>) {
    *field = P::set(value.into());
}

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

/// Copies a field. Called by generated code.
#[inline(never)]
pub fn copy<P: Clone>(field: &mut P, other: &P) {
    *field = other.clone();
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

/// Compares two fields. Called by generated code.
#[inline(never)]
pub fn same<P: PartialEq>(field: &P, other: &P) -> bool {
    field == other
}

/// Sets a field to the difference of two values. Called by generated code.
#[inline(never)]
pub fn between<P: PatchField>(field: &mut P, before: &P::Property, after: &P::Property) {
    *field = P::between(before, after);
}

/// Moves the change out of `field` and applies it to `property`. Called by generated code.
#[inline(never)]
pub fn apply<P: PatchField>(field: &mut P, property: &mut P::Property) {
    std::mem::replace(field, P::KEEP).apply_to(property);
}

/// Edits the patch of a merged property in place. Called by generated setters.
pub fn edit<P: PatchField<Value: Default> + Default>(
    field: &mut P,
    edit: impl FnOnce(P::Value) -> P::Value,
) {
    let patch = std::mem::take(field).into_value().unwrap_or_default();
    *field = P::set(edit(patch));
}
