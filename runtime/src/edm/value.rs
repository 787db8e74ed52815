use serde_core::de::Error as _;
use serde_core::{Deserializer, Serializer};

use super::schema::{EdmType, TypeInfo};
use crate::endpoint::Endpoint;
use crate::json::erased::{Elements, Entries};
use crate::json::{Input, Sink, ValueError, read_into};

/// The depth to which a type is searched for enums with members after the sentinel. Types can be recursive.
pub(crate) const ENUM_DEPTH: u8 = 4;

/// A Rust type that can be the value of a Graph property.
///
/// The type of a property that an update may carry also implements `Clone` and `PartialEq`, so that two values can be compared.
///
/// Implement it for a type of your own whose wire form is not that of serde:
///
/// ```
/// use graph_resource::edm::{Form, PropertyValue};
/// use serde::{Deserialize, Deserializer, Serialize, Serializer};
///
/// /// A colour, `#rrggbb` on the wire.
/// #[derive(Debug, Clone, PartialEq)]
/// struct Colour(u32);
///
/// impl PropertyValue for Colour {
///     fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
///         let text = String::deserialize(deserializer)?;
///         let digits = text.strip_prefix('#').unwrap_or(&text);
///         u32::from_str_radix(digits, 16).map(Colour).map_err(serde::de::Error::custom)
///     }
///
///     fn write<S: Serializer>(&self, serializer: S, _: Form<'_>) -> Result<S::Ok, S::Error> {
///         serializer.collect_str(&format_args!("#{:06x}", self.0))
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the value of a Graph property",
    label = "not a property type",
    note = "use a type of the table in `graph_resource::edm`, an enum under `#[graph_enum]`, `Flags<_>` of one under \
            `#[graph_enum(flags)]`, or, for a type with serde's traits, `#[graph(with = \"graph_resource::edm::as_serde\")]`",
    note = "types of the crates `time` and `uuid` are property types under the features of the same names"
)]
pub trait PropertyValue: Sized {
    /// The Edm type of the property: [`EdmType::Untyped`] unless the type states another.
    const EDM_TYPE: EdmType = EdmType::Untyped;

    /// The type of the object that the value is or consists of. Unlike that in `EDM_TYPE`, it is known in const evaluation.
    #[doc(hidden)]
    const OBJECT: Option<&'static TypeInfo> = None;

    /// Reads the value. It is `null` only if the type itself can represent that.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;

    /// Writes the value.
    fn write<S: Serializer>(&self, serializer: S, form: Form<'_>) -> Result<S::Ok, S::Error>;

    /// Appends the value to `json`.
    #[doc(hidden)]
    fn write_json(&self, json: &mut Vec<u8>, form: Form<'_>) -> Result<(), serde_json::Error> {
        self.write(&mut serde_json::Serializer::new(json), form)
    }

    /// Writes the members of the value into `entries` if it is an object. Returns whether it is.
    #[doc(hidden)]
    fn write_entries(
        &self,
        entries: Option<&mut dyn Entries>,
        form: Form<'_>,
    ) -> Result<bool, String> {
        let _ = (entries, form);
        Ok(false)
    }

    /// Writes the elements of the value into `elements` if it is a collection. Returns whether it is.
    #[doc(hidden)]
    fn write_elements(
        &self,
        elements: Option<&mut dyn Elements>,
        form: Form<'_>,
    ) -> Result<bool, String> {
        let _ = (elements, form);
        Ok(false)
    }

    /// Reads the value from input that a deserializer has already passed on.
    #[doc(hidden)]
    fn from_input(input: Input<'_, '_>) -> Result<Self, ValueError> {
        Self::read(input)
    }

    /// Returns whether the type contains, at most `depth` types deep, an enum with members that the service sends only on request.
    #[doc(hidden)]
    fn has_evolved_members(depth: u8) -> bool {
        let _ = depth;
        false
    }
}

/// A generated type, whose [`Shape`] makes it a property value.
#[doc(hidden)]
pub trait Shaped: Sized {
    type Shape: Shape<Self>;
}

/// The kind of a generated type: how all types of the kind are read and written.
#[doc(hidden)]
pub trait Shape<T> {
    const EDM_TYPE: EdmType;
    const OBJECT: Option<&'static TypeInfo> = None;

    fn from_input(input: Input<'_, '_>) -> Result<T, ValueError>;

    fn write<S: Serializer>(value: &T, serializer: S, form: Form<'_>) -> Result<S::Ok, S::Error>;

    fn write_json(value: &T, json: &mut Vec<u8>, form: Form<'_>) -> Result<(), serde_json::Error> {
        Self::write(value, &mut serde_json::Serializer::new(json), form)
    }

    fn write_entries(
        value: &T,
        entries: Option<&mut dyn Entries>,
        form: Form<'_>,
    ) -> Result<bool, String> {
        let _ = (value, entries, form);
        Ok(false)
    }

    fn has_evolved_members(depth: u8) -> bool;
}

/// The sink of one value.
pub(crate) struct ValueSink<'a, T>(pub(crate) &'a mut Option<T>);

impl<'de, T: PropertyValue> Sink<'de> for ValueSink<'_, T> {
    fn accept(&mut self, input: Input<'_, 'de>) -> Result<(), ValueError> {
        *self.0 = Some(T::from_input(input)?);
        Ok(())
    }
}

/// Reads a value from any deserializer. Called by generated code.
pub fn read<'de, T: PropertyValue, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut value = None;
    read_into(deserializer, &mut ValueSink(&mut value))?;
    value.ok_or_else(|| D::Error::custom("there is no value"))
}

#[doc(hidden)]
#[diagnostic::do_not_recommend]
impl<T: Shaped> PropertyValue for T {
    const EDM_TYPE: EdmType = T::Shape::EDM_TYPE;
    const OBJECT: Option<&'static TypeInfo> = T::Shape::OBJECT;

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read(deserializer)
    }

    #[doc(hidden)]
    fn from_input(input: Input<'_, '_>) -> Result<Self, ValueError> {
        T::Shape::from_input(input)
    }

    fn write<S: Serializer>(&self, serializer: S, form: Form<'_>) -> Result<S::Ok, S::Error> {
        T::Shape::write(self, serializer, form)
    }

    #[doc(hidden)]
    fn write_json(&self, json: &mut Vec<u8>, form: Form<'_>) -> Result<(), serde_json::Error> {
        T::Shape::write_json(self, json, form)
    }

    #[doc(hidden)]
    fn write_entries(
        &self,
        entries: Option<&mut dyn Entries>,
        form: Form<'_>,
    ) -> Result<bool, String> {
        T::Shape::write_entries(self, entries, form)
    }

    #[doc(hidden)]
    fn has_evolved_members(depth: u8) -> bool {
        T::Shape::has_evolved_members(depth)
    }
}

/// The purpose for which a value is written.
///
/// ```
/// use graph_resource::edm::{Form, PropertyValue};
/// use serde::{Deserialize, Deserializer, Serializer};
///
/// /// A text that the service computes, and no request may carry.
/// #[derive(Debug, Clone, PartialEq)]
/// struct Computed(String);
///
/// impl PropertyValue for Computed {
///     fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
///         String::deserialize(deserializer).map(Self)
///     }
///
///     fn write<S: Serializer>(&self, serializer: S, form: Form<'_>) -> Result<S::Ok, S::Error> {
///         if form.is_request() {
///             return Err(serde::ser::Error::custom("a computed text cannot be sent"));
///         }
///         serializer.serialize_str(&self.0)
///     }
/// }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Form<'a> {
    /// The whole value, as the service would send it: the form of `Serialize`.
    Representation,
    /// The part of the value that a request may carry.
    Request {
        /// The service that the request goes to, if that is known: URLs in a body are of the same service.
        endpoint: Option<&'a Endpoint>,
    },
    /// The whole value with `sensitive` properties masked: the form of `Debug`.
    Masked,
}

impl Form<'_> {
    /// Returns whether the value is written to a request.
    pub const fn is_request(self) -> bool {
        matches!(self, Self::Request { .. })
    }
}
