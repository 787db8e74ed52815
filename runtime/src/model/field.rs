use super::reader::{MissingProperty, PropertyReader, required};
use super::writer::PropertyWriter;
use crate::change::Change;
use crate::edm::{EdmType, PropertyValue};
use crate::json::ValueError;

/// The type of a property, as generated code reads and writes it: any [`PropertyValue`].
///
/// The reader and the writer have generic methods for the same. About a type that is no property value, the compiler would say for each
/// of them which one demands it, and report the same mistake five times. These are functions of one trait without a supertrait, so it says
/// the same at each of them, and reports it once.
///
/// Every type of a property has these functions, also that of a user. Their names are so long that the compiler does not suggest them for a
/// method that the user's type lacks.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the value of a Graph property",
    label = "not a property type",
    note = "put an own struct under `#[graph_complex]`, and an own enum under `#[graph_enum]`; the module `graph_resource::edm` lists \
            all other types",
    note = "types of the crates `time` and `uuid` need the features of the same names, in the entry of `graph-resource` in `Cargo.toml`",
    note = "another type with serde's traits needs `#[graph(with = \"graph_resource::edm::as_serde\")]`"
)]
pub trait Field: Sized {
    /// The Edm type of the property.
    const EDM: EdmType;

    /// Reads a property that is not nullable.
    fn deserialize_value(
        reader: PropertyReader<'_, '_>,
        field: &mut Option<Self>,
    ) -> Result<(), ValueError>;

    /// Reads a nullable property.
    fn deserialize_optional(
        reader: PropertyReader<'_, '_>,
        field: &mut Option<Self>,
    ) -> Result<(), ValueError>;

    /// Reads a property that is not nullable, and that no request carries.
    fn deserialize_received(
        reader: PropertyReader<'_, '_>,
        field: &mut Option<Self>,
    ) -> Result<(), ValueError>;

    /// Reads a nullable property that no request carries.
    fn deserialize_received_optional(
        reader: PropertyReader<'_, '_>,
        field: &mut Option<Self>,
    ) -> Result<(), ValueError>;

    /// Reads a nullable property of a patch.
    fn deserialize_change(
        reader: PropertyReader<'_, '_>,
        field: &mut Change<Self>,
    ) -> Result<(), ValueError>;

    /// Reads a property of a patch that is not nullable.
    fn deserialize_replace(
        reader: PropertyReader<'_, '_>,
        field: &mut Option<Self>,
    ) -> Result<(), ValueError>;

    /// Takes the value of a property that the object must have.
    fn required_property(
        field: &mut Option<Self>,
        name: &'static str,
    ) -> Result<Self, MissingProperty>;

    /// Writes a property.
    fn serialize_value(writer: &mut PropertyWriter<'_>, name: &str, value: &Self);

    /// Writes a property unless it is `None`.
    fn serialize_optional(writer: &mut PropertyWriter<'_>, name: &str, value: &Option<Self>);

    /// Writes a property, as `null` if it is `None`.
    fn serialize_optional_or_null(
        writer: &mut PropertyWriter<'_>,
        name: &str,
        value: &Option<Self>,
    );

    /// Writes a property of a patch.
    fn serialize_change(writer: &mut PropertyWriter<'_>, name: &str, change: &Change<Self>);
}

impl<T: PropertyValue> Field for T {
    const EDM: EdmType = T::EDM_TYPE;

    fn deserialize_value(
        reader: PropertyReader<'_, '_>,
        field: &mut Option<Self>,
    ) -> Result<(), ValueError> {
        reader.value(field)
    }

    fn deserialize_optional(
        reader: PropertyReader<'_, '_>,
        field: &mut Option<Self>,
    ) -> Result<(), ValueError> {
        reader.optional(field)
    }

    fn deserialize_received(
        reader: PropertyReader<'_, '_>,
        field: &mut Option<Self>,
    ) -> Result<(), ValueError> {
        reader.received(field)
    }

    fn deserialize_received_optional(
        reader: PropertyReader<'_, '_>,
        field: &mut Option<Self>,
    ) -> Result<(), ValueError> {
        reader.received_optional(field)
    }

    fn deserialize_change(
        reader: PropertyReader<'_, '_>,
        field: &mut Change<Self>,
    ) -> Result<(), ValueError> {
        reader.change(field)
    }

    fn deserialize_replace(
        reader: PropertyReader<'_, '_>,
        field: &mut Option<Self>,
    ) -> Result<(), ValueError> {
        reader.replace(field)
    }

    fn required_property(
        field: &mut Option<Self>,
        name: &'static str,
    ) -> Result<Self, MissingProperty> {
        required(field, name)
    }

    fn serialize_value(writer: &mut PropertyWriter<'_>, name: &str, value: &Self) {
        writer.value(name, value);
    }

    fn serialize_optional(writer: &mut PropertyWriter<'_>, name: &str, value: &Option<Self>) {
        writer.optional(name, value);
    }

    fn serialize_optional_or_null(
        writer: &mut PropertyWriter<'_>,
        name: &str,
        value: &Option<Self>,
    ) {
        writer.optional_or_null(name, value);
    }

    fn serialize_change(writer: &mut PropertyWriter<'_>, name: &str, change: &Change<Self>) {
        writer.change(name, change);
    }
}
