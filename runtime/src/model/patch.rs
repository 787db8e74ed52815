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

    /// Applies the patch to `resource`, except for expanded relationships: the service follows references.
    fn apply_to(self, resource: &mut Self::Target);
}
