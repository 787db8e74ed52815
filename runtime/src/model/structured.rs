use super::object_type::Role;
use super::patch::Patch;
use super::reader::{MissingProperty, ReadProperties, missing, read_object};
use super::writer::WriteProperties;
use crate::edm::{PropertyValue, TypeInfo};
use crate::json::{Input, ValueError};

/// An entity or complex type: an object with declared properties.
///
/// [`#[graph_resource]`](macro@crate::graph_resource) and [`#[graph_complex]`](macro@crate::graph_complex) implement it.
///
/// ```
/// use graph_resource::{StructuredType, graph_complex};
///
/// #[graph_complex]
/// #[derive(Debug, Clone, PartialEq)]
/// pub struct EmailAddress {
///     pub name: Option<String>,
///     pub address: Option<String>,
/// }
///
/// fn property_names<T: StructuredType>() -> Vec<&'static str> {
///     T::TYPE.all_properties().map(|property| property.name()).collect()
/// }
///
/// assert_eq!(property_names::<EmailAddress>(), ["name", "address"]);
/// ```
///
/// Only generated code implements this trait.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an entity or complex type",
    label = "neither under `#[graph_resource]` nor under `#[graph_complex]`"
)]
pub trait StructuredType: WriteProperties + PropertyValue {
    /// The description of the type.
    const TYPE: &'static TypeInfo;

    /// The partial update of one such object.
    type Patch: Patch<Target = Self>;

    /// An object while it is read: its properties so far.
    #[doc(hidden)]
    type Partial: for<'de> ReadProperties<'de> + Default;

    /// Completes an object that has been read.
    #[doc(hidden)]
    fn complete(partial: &mut Self::Partial) -> Result<Self, MissingProperty>;
}

/// Reads an object of exactly this type, the variant of a union.
pub(super) fn read_structured<T: StructuredType>(input: Input<'_, '_>) -> Result<T, ValueError> {
    read(input, Role::Variant)
}

/// Reads an object of an entity or complex type.
pub(super) fn read<T: StructuredType>(input: Input<'_, '_>, role: Role) -> Result<T, ValueError> {
    let mut partial = T::Partial::default();
    read_object(input, &mut partial, T::TYPE, role)?;
    match T::complete(&mut partial) {
        Ok(object) => Ok(object),
        Err(property) => Err(missing(T::TYPE, property)),
    }
}
