use super::TypeInfo;
use super::found::Refusal;
use super::read::ReadProperties;
use super::write::WriteProperties;
use crate::Patch;
use crate::edm::PropertyValue;
use crate::merge::Merge;

/// An entity or complex type: an object with declared properties. Implemented by [`#[graph_resource]`](macro@crate::graph_resource) and
/// [`#[graph_complex]`](macro@crate::graph_complex).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an entity or complex type",
    label = "neither under `#[graph_resource]` nor under `#[graph_complex]`"
)]
pub trait StructuredType: WriteProperties + PropertyValue {
    /// The name and the properties of the type.
    const TYPE: &'static TypeInfo;

    /// The partial update of one such object.
    type Patch: Patch<Target = Self>;

    /// Where the properties are gathered while an object is read.
    #[doc(hidden)]
    type Slots: for<'de> ReadProperties<'de> + Default;

    /// The object, once everything is read.
    #[doc(hidden)]
    fn from_slots(slots: &mut Self::Slots) -> Result<Self, Refusal>;
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
