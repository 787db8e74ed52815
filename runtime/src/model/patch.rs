use std::fmt;

use serde_core::Serialize;
use serde_core::de::DeserializeOwned;

use super::writer::{WriteProperties, is_empty};

/// A partial update of one resource: a change for each property that an update may carry.
///
/// Each resource and each complex type has one. Its methods are also inherent methods of the patch type, which need no import.
///
/// ```
/// use graph_resource::{Patch, StructuredType};
///
/// /// Returns the JSON of the difference, for any type.
/// fn difference<T: StructuredType>(before: &T, after: &T) -> serde_json::Result<Option<String>> {
///     let patch = T::Patch::between(before, after);
///     if patch.is_empty() {
///         return Ok(None);
///     }
///     serde_json::to_string(&patch).map(Some)
/// }
/// ```
///
/// Only generated code implements this trait.
pub trait Patch:
    WriteProperties + Serialize + DeserializeOwned + Default + Clone + PartialEq + fmt::Debug
{
    /// The resource or complex type that is updated.
    type Target;

    /// Returns whether the patch changes nothing.
    fn is_empty(&self) -> bool {
        is_empty(self)
    }

    /// Creates the patch that turns `before` into `after`: a change for each property that differs and that an update may carry.
    fn between(before: &Self::Target, after: &Self::Target) -> Self;

    /// Takes over the name of the type of an object, if a field of the struct receives it.
    #[doc(hidden)]
    fn carry_type(&mut self, target: &Self::Target) {
        let _ = target;
    }

    /// Applies the patch to `resource`, except for expanded relationships: the service follows references.
    fn apply_to(self, resource: &mut Self::Target);
}

/// Lets a patch that changes something name the type that the object has, which may be derived from that of the struct. Called by generated
/// code.
pub fn carry_type<P: Patch>(patch: &mut P, after: &P::Target) {
    if !patch.is_empty() {
        patch.carry_type(after);
    }
}

/// Moves the name of the type out of a patch, if it has one. Called by generated code.
pub fn apply_type(patch: &mut Option<String>, object: &mut Option<String>) {
    if let Some(odata_type) = patch.take() {
        *object = Some(odata_type);
    }
}
