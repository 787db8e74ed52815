use serde_core::{Deserializer, Serializer};

use super::value::{Form, PropertyValue};
use crate::json::erased::{Elements, Entries, ErasedSerializer, ErasedValue};
use crate::json::{Input, ValueError};

/// A form in which a `T` is read and written as a property. [`Edm`] implements it and, for `#[graph(with = "…")]`, generated code.
pub trait Codec<T> {
    /// Reads the value.
    fn read<'de, D: Deserializer<'de>>(&self, deserializer: D) -> Result<T, D::Error>;

    /// Reads the value from input that a deserializer has already passed on.
    #[doc(hidden)]
    #[allow(
        clippy::wrong_self_convention,
        reason = "it reads a value, and a codec is not one"
    )]
    fn from_input(&self, input: Input<'_, '_>) -> Result<T, ValueError> {
        self.read(input)
    }

    /// Writes the value.
    fn write<S: Serializer>(
        &self,
        value: &T,
        serializer: S,
        form: Form<'_>,
    ) -> Result<S::Ok, S::Error>;

    /// Writes the members of the value into `entries` if it is an object. Returns whether it is.
    #[doc(hidden)]
    fn write_entries(
        &self,
        value: &T,
        entries: Option<&mut dyn Entries>,
        form: Form<'_>,
    ) -> Result<bool, String> {
        let _ = (value, entries, form);
        Ok(false)
    }

    /// Writes the elements of the value into `elements` if it is a collection. Returns whether it is.
    #[doc(hidden)]
    fn write_elements(
        &self,
        value: &T,
        elements: Option<&mut dyn Elements>,
        form: Form<'_>,
    ) -> Result<bool, String> {
        let _ = (value, elements, form);
        Ok(false)
    }

    /// Appends the value to `json`.
    #[doc(hidden)]
    fn write_json(
        &self,
        value: &T,
        json: &mut Vec<u8>,
        form: Form<'_>,
    ) -> Result<(), serde_json::Error> {
        self.write(value, &mut serde_json::Serializer::new(json), form)
    }
}

/// The codec of a [`PropertyValue`]: the type's own form.
#[derive(Debug, Clone, Copy)]
pub struct Edm;

impl<T: PropertyValue> Codec<T> for Edm {
    fn read<'de, D: Deserializer<'de>>(&self, deserializer: D) -> Result<T, D::Error> {
        T::read(deserializer)
    }

    fn from_input(&self, input: Input<'_, '_>) -> Result<T, ValueError> {
        T::from_input(input)
    }

    fn write<S: Serializer>(
        &self,
        value: &T,
        serializer: S,
        form: Form<'_>,
    ) -> Result<S::Ok, S::Error> {
        value.write(serializer, form)
    }

    fn write_json(
        &self,
        value: &T,
        json: &mut Vec<u8>,
        form: Form<'_>,
    ) -> Result<(), serde_json::Error> {
        value.write_json(json, form)
    }

    fn write_entries(
        &self,
        value: &T,
        entries: Option<&mut dyn Entries>,
        form: Form<'_>,
    ) -> Result<bool, String> {
        value.write_entries(entries, form)
    }

    fn write_elements(
        &self,
        value: &T,
        elements: Option<&mut dyn Elements>,
        form: Form<'_>,
    ) -> Result<bool, String> {
        value.write_elements(elements, form)
    }
}

/// A value with its codec and the purpose of the writing.
pub(crate) struct InForm<'a, T, C> {
    pub(crate) value: &'a T,
    pub(crate) codec: C,
    pub(crate) form: Form<'a>,
}

impl<T, C: Codec<T>> ErasedValue for InForm<'_, T, C> {
    fn write_to(&self, serializer: ErasedSerializer<'_>) -> Result<(), ValueError> {
        self.codec.write(self.value, serializer, self.form)
    }

    fn write_entries(&self, entries: Option<&mut dyn Entries>) -> Result<bool, String> {
        self.codec.write_entries(self.value, entries, self.form)
    }

    fn write_elements(&self, elements: Option<&mut dyn Elements>) -> Result<bool, String> {
        self.codec.write_elements(self.value, elements, self.form)
    }
}
