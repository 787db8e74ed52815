use std::borrow::Cow;
use std::fmt;

use serde_core::ser::{self, Serialize, SerializeMap, Serializer};

use super::body::{ObjectBody, pretty};
use super::{ODATA_TYPE, TypeInfo};
use crate::edm::{Codec, DynamicChanges, DynamicProperties, Edm, Form, PropertyValue};
use crate::{Change, Endpoint};

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

    /// Writes one property.
    fn entry<V: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &V,
    ) -> Result<(), Self::Error>;

    /// Writes one property whose name is of the data, and may need escaping.
    fn dynamic_entry<V: Serialize + ?Sized>(
        &mut self,
        name: &str,
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
    ) -> Result<(), Self::Error>;

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

    /// The properties of an open type that it does not declare.
    fn dynamic(&mut self, properties: &DynamicProperties) -> Result<(), Self::Error> {
        properties
            .iter()
            .try_for_each(|(name, value)| self.dynamic_entry(name, value))
    }

    /// What a patch says about properties that the type does not declare.
    fn dynamic_changes(&mut self, changes: &DynamicChanges) -> Result<(), Self::Error> {
        changes.iter().try_for_each(|(name, change)| match change {
            Change::Keep => Ok(()),
            Change::Clear => self.dynamic_entry(name, &()),
            Change::Set(value) => self.dynamic_entry(name, value),
        })
    }
}

/// A value together with how and what for it is written.
pub(super) struct InForm<'a, T, C> {
    pub(super) value: &'a T,
    pub(super) codec: C,
    pub(super) form: Form<'a>,
}

impl<T, C: Codec<T>> Serialize for InForm<'_, T, C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.codec.write(self.value, serializer, self.form)
    }
}

/// Writes `properties` as an object of this type, `@odata.type` first where the type says so. In a request, what is read-only is left out.
pub fn object<O: WriteProperties, S: Serializer>(
    properties: &O,
    object_type: &'static TypeInfo,
    serializer: S,
    form: Form<'_>,
) -> Result<S::Ok, S::Error> {
    let leaves_out = form.is_request();
    MapWriter::begin(
        object_type,
        object_type.emits_type(),
        leaves_out,
        serializer,
        form,
    )?
    .end(properties)
}

/// [`object`], with `@odata.type` whatever the type says.
pub(crate) fn typed_object<O: WriteProperties, S: Serializer>(
    properties: &O,
    object_type: &'static TypeInfo,
    serializer: S,
    form: Form<'_>,
) -> Result<S::Ok, S::Error> {
    MapWriter::begin(object_type, true, form.is_request(), serializer, form)?.end(properties)
}

/// Writes a patch outside of a request. Called by generated code.
pub fn patch<O: WriteProperties, S: Serializer>(
    properties: &O,
    object_type: &'static TypeInfo,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let form = Form::Request { endpoint: None };
    patch_part(properties, object_type, serializer, form)
}

/// Writes the patch of a property that is merged. Called by generated code.
pub fn patch_part<O: WriteProperties, S: Serializer>(
    properties: &O,
    object_type: &'static TypeInfo,
    serializer: S,
    form: Form<'_>,
) -> Result<S::Ok, S::Error> {
    let emits_type = object_type.emits_type();
    MapWriter::begin(object_type, emits_type, false, serializer, form)?.end(properties)
}

struct MapWriter<'a, M> {
    map: M,
    object_type: &'static TypeInfo,
    form: Form<'a>,
    /// Whether what is read-only is left out. There is nothing of it in a patch.
    leaves_out_read_only: bool,
}

impl<'a, M: SerializeMap> MapWriter<'a, M> {
    fn begin<S: Serializer<SerializeMap = M, Ok = M::Ok, Error = M::Error>>(
        object_type: &'static TypeInfo,
        emits_type: bool,
        leaves_out_read_only: bool,
        serializer: S,
        form: Form<'a>,
    ) -> Result<Self, M::Error> {
        let mut map = serializer.serialize_map(None)?;
        if emits_type {
            map.serialize_entry(ODATA_TYPE, object_type.odata_type())?;
        }
        Ok(Self {
            map,
            object_type,
            form,
            leaves_out_read_only,
        })
    }

    fn end<O: WriteProperties>(mut self, properties: &O) -> Result<M::Ok, M::Error> {
        properties.write(&mut self)?;
        self.map.end()
    }
}

impl<M: SerializeMap> PropertyWriter for MapWriter<'_, M> {
    type Error = M::Error;

    fn value_with<T, C: Codec<T>>(
        &mut self,
        name: &'static str,
        value: &T,
        codec: C,
    ) -> Result<(), M::Error> {
        let form = self.form;
        self.entry(name, &InForm { value, codec, form })
    }

    fn entry<V: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &V,
    ) -> Result<(), M::Error> {
        if self.leaves_out_read_only && self.object_type.is_read_only(name) {
            return Ok(());
        }
        self.dynamic_entry(name, value)
    }

    fn dynamic_entry<V: Serialize + ?Sized>(
        &mut self,
        name: &str,
        value: &V,
    ) -> Result<(), M::Error> {
        if self.form == Form::Masked && self.object_type.masks(name) {
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

/// The JSON of an object, and whether it has properties besides `@odata.type`.
pub type Written = Result<(Vec<u8>, bool), serde_json::Error>;

/// `properties` as the body of a request to `endpoint`. Public for what measures it.
pub fn body<O: WriteProperties>(
    properties: &O,
    object_type: &'static TypeInfo,
    endpoint: Option<&Endpoint>,
) -> Written {
    ObjectBody::write(properties, object_type, Form::Request { endpoint })
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
