use std::collections::BTreeMap;

use serde_core::ser::{Error as _, SerializeMap as _, SerializeSeq as _};
use serde_core::{Deserializer, Serializer};

use super::codec::{Edm, InForm};
use super::schema::{EdmType, TypeInfo};
use super::sink::{EntrySink, PushSink, read_elements, read_entries};
use super::value::{self, Form, PropertyValue, Shape, Shaped};
use crate::json::erased::{Elements, Entries, Erased, MapEntries};
use crate::json::{Input, Nested, ValueError};

/// A value that can be `null`, which is `None`.
impl<T: PropertyValue> PropertyValue for Option<T> {
    const EDM_TYPE: EdmType = EdmType::Nullable(&T::EDM_TYPE);
    const OBJECT: Option<&'static TypeInfo> = T::OBJECT;

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        value::read(deserializer)
    }

    fn from_input(input: Input<'_, '_>) -> Result<Self, ValueError> {
        match input {
            Input::Null => Ok(None),
            input => T::from_input(input).map(Some),
        }
    }

    fn write<S: Serializer>(&self, serializer: S, form: Form<'_>) -> Result<S::Ok, S::Error> {
        match self {
            Some(value) => value.write(serializer, form),
            None => serializer.serialize_none(),
        }
    }

    fn write_json(&self, json: &mut Vec<u8>, form: Form<'_>) -> Result<(), serde_json::Error> {
        if let Some(value) = self {
            return value.write_json(json, form);
        }
        json.extend_from_slice(b"null");
        Ok(())
    }

    fn has_evolved_members(depth: u8) -> bool {
        T::has_evolved_members(depth)
    }
}

/// A collection. `null`, which some workloads answer for an empty one, reads as empty; so does a property that is missing. `null` among the
/// elements is left out, unless they are an `Option`.
impl<T: PropertyValue> PropertyValue for Vec<T> {
    const EDM_TYPE: EdmType = EdmType::Collection(&T::EDM_TYPE);
    const OBJECT: Option<&'static TypeInfo> = T::OBJECT;

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        value::read(deserializer)
    }

    fn from_input(input: Input<'_, '_>) -> Result<Self, ValueError> {
        let mut collection = Self::new();
        if !matches!(input, Input::Null) {
            read_elements(input, &mut PushSink(&mut collection))?;
        }
        Ok(collection)
    }

    fn write<S: Serializer>(&self, serializer: S, form: Form<'_>) -> Result<S::Ok, S::Error> {
        let _nested = Nested::enter().map_err(S::Error::custom)?;
        let elements = self.iter().map(|value| InForm {
            value,
            codec: Edm,
            form,
        });
        let mut seq = serializer.serialize_seq(Some(self.len()))?;
        for element in elements {
            seq.serialize_element(&Erased(&element))?;
        }
        seq.end()
    }

    fn write_elements(
        &self,
        elements: Option<&mut dyn Elements>,
        form: Form<'_>,
    ) -> Result<bool, String> {
        let Some(elements) = elements else {
            return Ok(true);
        };
        let _nested = Nested::enter().map_err(|error| error.to_string())?;
        for value in self {
            elements.element(&InForm {
                value,
                codec: Edm,
                form,
            })?;
        }
        Ok(true)
    }

    fn write_json(&self, json: &mut Vec<u8>, form: Form<'_>) -> Result<(), serde_json::Error> {
        let _nested = Nested::enter().map_err(serde_json::Error::custom)?;
        let mut before = b'[';
        for element in self {
            json.push(before);
            element.write_json(json, form)?;
            before = b',';
        }
        if self.is_empty() {
            json.push(before);
        }
        json.push(b']');
        Ok(())
    }

    fn has_evolved_members(depth: u8) -> bool {
        T::has_evolved_members(depth)
    }
}

/// An object whose members are named by the data. Control information is skipped, and `null` reads as an empty map; so does a property
/// that is missing. An entry that is `null` is left out, unless the entries are an `Option`.
impl<T: PropertyValue> PropertyValue for BTreeMap<String, T> {
    const EDM_TYPE: EdmType = EdmType::Map(&T::EDM_TYPE);

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        value::read(deserializer)
    }

    fn from_input(input: Input<'_, '_>) -> Result<Self, ValueError> {
        match input {
            Input::Null => Ok(Self::new()),
            Input::Object(members) => {
                let mut map = Self::new();
                read_entries(members, |name, members| {
                    let mut value = None;
                    members.value(&mut EntrySink(&mut value))?;
                    map.extend(value.map(|value| (name.to_owned(), value)));
                    Ok(())
                })?;
                Ok(map)
            }
            input => Err(input.unexpected("an object")),
        }
    }

    fn write<S: Serializer>(&self, serializer: S, form: Form<'_>) -> Result<S::Ok, S::Error> {
        let mut entries = MapEntries(serializer.serialize_map(Some(self.len()))?);
        self.write_entries(Some(&mut entries), form)
            .map_err(S::Error::custom)?;
        entries.0.end()
    }

    fn write_json(&self, json: &mut Vec<u8>, form: Form<'_>) -> Result<(), serde_json::Error> {
        let _nested = Nested::enter().map_err(serde_json::Error::custom)?;
        let mut before = b'{';
        for (name, value) in self {
            json.push(before);
            serde_json::to_writer(&mut *json, name)?;
            json.push(b':');
            value.write_json(json, form)?;
            before = b',';
        }
        if self.is_empty() {
            json.push(before);
        }
        json.push(b'}');
        Ok(())
    }

    fn write_entries(
        &self,
        entries: Option<&mut dyn Entries>,
        form: Form<'_>,
    ) -> Result<bool, String> {
        let Some(entries) = entries else {
            return Ok(true);
        };
        let _nested = Nested::enter().map_err(|error| error.to_string())?;
        for (name, value) in self {
            let codec = Edm;
            entries.entry(name, &InForm { value, codec, form })?;
        }
        Ok(true)
    }

    fn has_evolved_members(depth: u8) -> bool {
        T::has_evolved_members(depth)
    }
}

impl<T: PropertyValue> Shaped for Box<T> {
    type Shape = Boxed;
}

/// The shape of a value on the heap, which is that of the value itself.
#[derive(Debug)]
pub struct Boxed;

impl<T: PropertyValue> Shape<Box<T>> for Boxed {
    const EDM_TYPE: EdmType = T::EDM_TYPE;
    const OBJECT: Option<&'static TypeInfo> = T::OBJECT;

    fn from_input(input: Input<'_, '_>) -> Result<Box<T>, ValueError> {
        T::from_input(input).map(Box::new)
    }

    fn write<S: Serializer>(
        value: &Box<T>,
        serializer: S,
        form: Form<'_>,
    ) -> Result<S::Ok, S::Error> {
        T::write(value, serializer, form)
    }

    fn write_entries(
        value: &Box<T>,
        entries: Option<&mut dyn Entries>,
        form: Form<'_>,
    ) -> Result<bool, String> {
        T::write_entries(value, entries, form)
    }

    fn write_json(
        value: &Box<T>,
        json: &mut Vec<u8>,
        form: Form<'_>,
    ) -> Result<(), serde_json::Error> {
        T::write_json(value, json, form)
    }

    fn has_evolved_members(depth: u8) -> bool {
        T::has_evolved_members(depth)
    }
}
