use syn::Type;

use super::types::{is_known_non_object, is_named, is_reference, option_argument, unboxed};
use crate::attr::FieldAttributes;

/// The way in which a field is read, written and patched.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A property that a patch replaces.
    Replaced,
    /// A property that a patch can change in part.
    Merged,
    /// The undeclared properties of an open type.
    Extra,
    /// The properties of the base type.
    Base,
    /// A navigation property, which is read if it was expanded.
    Navigation,
    /// A relationship that a request can set to a reference.
    Bound,
    /// A relationship that a request can add references to.
    BoundCollection,
    /// A field whose attributes do not fit its type or another field. It was reported, and nothing is generated for it.
    Invalid,
}

impl Kind {
    /// Returns the kind that the attributes of a field ask for.
    pub(crate) fn requested(attributes: &FieldAttributes, ty: &Type) -> Self {
        let is_bound = attributes.bind.is_given();
        if attributes.extra.is_given() {
            Self::Extra
        } else if attributes.base.is_given() {
            Self::Base
        } else if is_bound && (attributes.navigation.is_given() || is_reference(ty)) {
            if is_named(option_argument(ty).unwrap_or(ty), "Vec") {
                Self::BoundCollection
            } else {
                Self::Bound
            }
        } else if attributes.navigation.is_given() {
            Self::Navigation
        } else if attributes.merge.is_given() {
            Self::Merged
        } else {
            Self::Replaced
        }
    }

    /// Returns whether a field of type `ty` can be of this kind.
    pub(crate) fn fits(self, ty: &Type) -> bool {
        match self {
            Self::Extra => is_named(ty, "DynamicProperties"),
            Self::Base => !is_known_non_object(ty),
            Self::Merged => !is_known_non_object(unboxed(option_argument(ty).unwrap_or(ty))),
            _ => true,
        }
    }
}
