use std::fmt;

use serde_core::ser::{self, Serialize, SerializeMap, Serializer};

use super::{ODATA_TYPE, TypeInfo};
use crate::Change;
use crate::edm::{Codec, Edm, Form, PropertyValue};

/// An object whose properties can be written, one after the other. Implemented by generated code.
pub trait WriteObject {
    /// The type that the object has on the wire.
    const TYPE: &'static TypeInfo;

    /// Hands each property that is to be written to `writer`.
    fn write<W: PropertyWriter>(&self, writer: &mut W) -> Result<(), W::Error>;
}

/// Receives the properties of a [`WriteObject`].
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
        self.entry(name, &Written { value, codec, form })
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
struct Written<'a, T, C> {
    value: &'a T,
    codec: C,
    form: Form,
}

impl<T, C: Codec<T>> Serialize for Written<'_, T, C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.codec.write(self.value, serializer, self.form)
    }
}

/// Writes `object`, `@odata.type` first where its type says so.
pub fn object<O: WriteObject, S: Serializer>(
    object: &O,
    serializer: S,
    form: Form,
) -> Result<S::Ok, S::Error> {
    let mut writer = MapWriter {
        map: serializer.serialize_map(None)?,
        object_type: O::TYPE,
        form,
    };
    if O::TYPE.emits_type() {
        writer
            .map
            .serialize_entry(ODATA_TYPE, O::TYPE.odata_type())?;
    }
    object.write(&mut writer)?;
    writer.map.end()
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
fn at<E: ser::Error>(name: &str, error: &E) -> E {
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

/// `object` as the body of a request.
pub(crate) fn to_json<O: WriteObject>(object: &O) -> Result<Vec<u8>, serde_json::Error> {
    let mut json = Vec::with_capacity(INITIAL_CAPACITY);
    self::object(
        object,
        &mut serde_json::Serializer::new(&mut json),
        Form::Request,
    )?;
    Ok(json)
}

/// Room for a patch of some ten short properties; larger bodies grow.
const INITIAL_CAPACITY: usize = 512;

/// Writes the name of the type and its JSON, `sensitive` properties masked. What `Debug` of generated types prints.
pub fn debug<O: WriteObject>(object: &O, name: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    struct Masked<'a, O>(&'a O);

    impl<O: WriteObject> Serialize for Masked<'_, O> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            self::object(self.0, serializer, Form::Masked)
        }
    }

    let json = if f.alternate() {
        serde_json::to_string_pretty(&Masked(object))
    } else {
        serde_json::to_string(&Masked(object))
    };
    match json {
        Ok(json) => write!(f, "{name} {json}"),
        Err(error) => write!(f, "{name} {{ /* {error} */ }}"),
    }
}
