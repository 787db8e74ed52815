use serde_core::Serialize;
use serde_core::de::DeserializeOwned;

use super::writer::{WriteProperties, is_empty};

/// A partial update of one resource: a change for each property that an update may carry.
///
/// Each resource under [`#[graph_resource]`](macro@crate::graph_resource) has one, with these methods as methods of its own.
pub trait Patch:
    WriteProperties + Serialize + DeserializeOwned + Default + Clone + PartialEq
{
    /// The resource or complex type that is updated.
    type Target;

    /// Returns whether nothing changes.
    fn is_empty(&self) -> bool {
        is_empty(self)
    }

    /// Creates the patch that turns `before` into `after`: a change for each property that differs and that an update may carry.
    fn between(before: &Self::Target, after: &Self::Target) -> Self;

    /// Applies the patch to `resource`.
    fn apply_to(self, resource: &mut Self::Target);
}
