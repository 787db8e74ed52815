use serde_core::{Deserializer, Serializer};

use super::{Form, PropertyValue};
use crate::object::found::{Found, Refusal};
use crate::object::write::Object;

/// How a `T` is read and written as a property. Implemented by [`Edm`] and, for `#[graph(with = "…")]`, by generated code.
pub trait Codec<T> {
    /// Reads the value.
    fn read<'de, D: Deserializer<'de>>(&self, deserializer: D) -> Result<T, D::Error>;

    /// [`read`](Self::read) of what was found already.
    #[doc(hidden)]
    fn take(&self, found: Found<'_, '_>) -> Result<T, Refusal> {
        self.read(found)
    }

    /// Writes the value.
    fn write<S: Serializer>(
        &self,
        value: &T,
        serializer: S,
        form: Form<'_>,
    ) -> Result<S::Ok, S::Error>;

    /// The object that the value is, if it is one of properties.
    #[doc(hidden)]
    fn object<'a>(&self, value: &'a T, form: Form<'a>) -> Option<Object<'a>> {
        let _ = (value, form);
        None
    }

    /// [`write`](Self::write) as JSON.
    #[doc(hidden)]
    fn put(&self, value: &T, json: &mut Vec<u8>, form: Form<'_>) -> Result<(), serde_json::Error> {
        self.write(value, &mut serde_json::Serializer::new(json), form)
    }
}

/// The form that the type has by itself, as a [`PropertyValue`].
#[derive(Debug, Clone, Copy)]
pub struct Edm;

impl<T: PropertyValue> Codec<T> for Edm {
    fn read<'de, D: Deserializer<'de>>(&self, deserializer: D) -> Result<T, D::Error> {
        T::read(deserializer)
    }

    fn take(&self, found: Found<'_, '_>) -> Result<T, Refusal> {
        T::take(found)
    }

    fn write<S: Serializer>(
        &self,
        value: &T,
        serializer: S,
        form: Form<'_>,
    ) -> Result<S::Ok, S::Error> {
        value.write(serializer, form)
    }

    fn put(&self, value: &T, json: &mut Vec<u8>, form: Form<'_>) -> Result<(), serde_json::Error> {
        value.put(json, form)
    }

    fn object<'a>(&self, value: &'a T, form: Form<'a>) -> Option<Object<'a>> {
        value.object(form)
    }
}
