use std::borrow::Cow;
use std::fmt;

use serde_core::ser::{self, Serialize, SerializeMap, Serializer};

use super::body::{ObjectBody, pretty};
use super::{ODATA_TYPE, TypeInfo};
use crate::Change;
use crate::edm::{Codec, Edm, Form, PropertyValue};

/// Something with properties that can be written, one after the other. Implemented by generated code.
pub trait WriteProperties {
    /// Hands each property that is to be written to `writer`.
    fn write<W: PropertyWriter>(&self, writer: &mut W) -> Result<(), W::Error>;
}

/// No properties.
impl WriteProperties for () {
    fn write<W: PropertyWriter>(&self, _: &mut W) -> Result<(), W::Error> {
        Ok(())
    }
}

/// The properties of one, then those of the other.
impl<A: WriteProperties, B: WriteProperties> WriteProperties for (&A, &B) {
    fn write<W: PropertyWriter>(&self, writer: &mut W) -> Result<(), W::Error> {
        self.0.write(writer)?;
        self.1.write(writer)
    }
}

/// Receives properties.
pub trait PropertyWriter {
    /// The error of the format that is written.
    type Error;

    /// What the object is written for.
    fn form(&self) -> Form;

    /// Writes one property.
    fn entry<V: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &V,
    ) -> Result<(), Self::Error>;

    /// A property that is always there.
    fn value<T>(&mut self, name: &'static str, value: &T) -> Result<(), Self::Error>
    where
        T: PropertyValue,
    {
        self.value_with(name, value, Edm)
    }

    /// A property that is left out where it is `None`.
    fn optional<T>(&mut self, name: &'static str, value: &Option<T>) -> Result<(), Self::Error>
    where
        T: PropertyValue,
    {
        self.optional_with(name, value, Edm)
    }

    /// A property of a patch: absent, `null` or a value.
    fn change<T>(&mut self, name: &'static str, change: &Change<T>) -> Result<(), Self::Error>
    where
        T: PropertyValue,
    {
        self.change_with(name, change, Edm)
    }

    /// [`value`](Self::value) through a codec other than the type's own.
    fn value_with<T, C: Codec<T>>(
        &mut self,
        name: &'static str,
        value: &T,
        codec: C,
    ) -> Result<(), Self::Error> {
        let form = self.form();
        self.entry(name, &InForm { value, codec, form })
    }

    /// [`optional`](Self::optional) through a codec other than the type's own.
    fn optional_with<T, C: Codec<T>>(
        &mut self,
        name: &'static str,
        value: &Option<T>,
        codec: C,
    ) -> Result<(), Self::Error> {
        match value {
            Some(value) => self.value_with(name, value, codec),
            None => Ok(()),
        }
    }

    /// [`change`](Self::change) through a codec other than the type's own.
    fn change_with<T, C: Codec<T>>(
        &mut self,
        name: &'static str,
        change: &Change<T>,
        codec: C,
    ) -> Result<(), Self::Error> {
        match change {
            Change::Keep => Ok(()),
            Change::Clear => self.entry(name, &()),
            Change::Set(value) => self.value_with(name, value, codec),
        }
    }
}

/// A value together with how and what for it is written.
struct InForm<'a, T, C> {
    value: &'a T,
    codec: C,
    form: Form,
}

impl<T, C: Codec<T>> Serialize for InForm<'_, T, C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.codec.write(self.value, serializer, self.form)
    }
}

/// Writes `properties` as an object of this type, `@odata.type` first where the type says so.
pub fn object<O: WriteProperties, S: Serializer>(
    properties: &O,
    object_type: &'static TypeInfo,
    serializer: S,
    form: Form,
) -> Result<S::Ok, S::Error> {
    let mut writer = MapWriter {
        map: serializer.serialize_map(None)?,
        object_type,
        form,
    };
    if object_type.emits_type() {
        writer
            .map
            .serialize_entry(ODATA_TYPE, object_type.odata_type())?;
    }
    properties.write(&mut writer)?;
    writer.map.end()
}

/// Writes the whole object. Called by generated code.
pub fn representation<O: WriteProperties, S: Serializer>(
    properties: &O,
    object_type: &'static TypeInfo,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    object(properties, object_type, serializer, Form::Representation)
}

/// Writes what a request carries. Called by generated code.
pub fn request<O: WriteProperties, S: Serializer>(
    properties: &O,
    object_type: &'static TypeInfo,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    object(properties, object_type, serializer, Form::Request)
}

struct MapWriter<M> {
    map: M,
    object_type: &'static TypeInfo,
    form: Form,
}

impl<M: SerializeMap> PropertyWriter for MapWriter<M> {
    type Error = M::Error;

    fn form(&self) -> Form {
        self.form
    }

    fn entry<V: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &V,
    ) -> Result<(), M::Error> {
        if self.form == Form::Masked && self.is_sensitive(name) {
            return self.map.serialize_entry(name, "[redacted]");
        }
        self.map
            .serialize_entry(name, value)
            .map_err(|error| at(name, &error))
    }
}

/// Names the property at which writing failed.
#[cold]
pub(super) fn at<E: ser::Error>(name: &str, error: &E) -> E {
    E::custom(format_args!("{name}: {error}"))
}

impl<M> MapWriter<M> {
    #[cold]
    fn is_sensitive(&self, name: &str) -> bool {
        self.object_type
            .property(name)
            .is_some_and(|property| property.is_sensitive())
    }
}

/// The JSON of an object, and whether it has properties besides `@odata.type`.
pub type Written = Result<(Vec<u8>, bool), serde_json::Error>;

/// `properties` as the body of a request. Public for what measures it.
pub fn body<O: WriteProperties>(properties: &O, object_type: &'static TypeInfo) -> Written {
    ObjectBody::write(properties, object_type, Form::Request)
}

/// Whether there is nothing to write.
pub(crate) fn is_empty<O: WriteProperties>(properties: &O) -> bool {
    ObjectBody::is_empty(properties)
}

/// Writes the name of the type and its JSON, `sensitive` properties masked. What `Debug` of generated types prints.
pub fn debug<O: WriteProperties>(
    properties: &O,
    object_type: &'static TypeInfo,
    name: &str,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    print(
        ObjectBody::write(properties, object_type, Form::Masked),
        name,
        f,
    )
}

fn print(written: Written, name: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match written {
        Ok((json, _)) => {
            let json = String::from_utf8_lossy(&json);
            let json = if f.alternate() {
                Cow::Owned(pretty(&json))
            } else {
                json
            };
            write!(f, "{name} {json}")
        }
        Err(error) => write!(f, "{name} {{ /* {error} */ }}"),
    }
}
