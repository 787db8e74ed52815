use std::collections::BTreeMap;

use serde_core::{Deserializer, Serialize, Serializer};

use super::{Edm, Form, PropertyValue};
use crate::json::trail;
use crate::object::found::{Found, Members, Place, Refusal};
use crate::object::read::{self, Value};
use crate::object::write::Object;

/// An element of a collection, written as a property value.
struct InForm<'a, T>(&'a T, Form<'a>);

impl<T: PropertyValue> Serialize for InForm<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(serializer, self.1)
    }
}

/// `null` is `None`.
impl<T: PropertyValue> PropertyValue for Option<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read::any(deserializer)
    }

    fn take(found: Found<'_, '_>) -> Result<Self, Refusal> {
        match found {
            Found::Null => Ok(None),
            found => T::take(found).map(Some),
        }
    }

    fn write<S: Serializer>(&self, serializer: S, form: Form<'_>) -> Result<S::Ok, S::Error> {
        match self {
            Some(value) => value.write(serializer, form),
            None => serializer.serialize_none(),
        }
    }

    fn put(&self, json: &mut Vec<u8>, form: Form<'_>) -> Result<(), serde_json::Error> {
        if let Some(value) = self {
            return value.put(json, form);
        }
        json.extend_from_slice(b"null");
        Ok(())
    }

    fn has_evolved_members(depth: u8) -> bool {
        T::has_evolved_members(depth)
    }
}

/// A collection. Some workloads answer `null` for an empty one, which reads as empty.
impl<T: PropertyValue> PropertyValue for Vec<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read::any(deserializer)
    }

    fn take(found: Found<'_, '_>) -> Result<Self, Refusal> {
        let mut collection = Self::new();
        if !matches!(found, Found::Null) {
            read_elements(found, &mut End(&mut collection))?;
        }
        Ok(collection)
    }

    fn write<S: Serializer>(&self, serializer: S, form: Form<'_>) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(|element| InForm(element, form)))
    }

    fn put(&self, json: &mut Vec<u8>, form: Form<'_>) -> Result<(), serde_json::Error> {
        let mut before = b'[';
        for element in self {
            json.push(before);
            element.put(json, form)?;
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

/// The end of a collection, where each element goes.
pub(crate) struct End<'a, T>(pub(crate) &'a mut Vec<T>);

impl<'de, T: PropertyValue> Place<'de> for End<'_, T> {
    fn take(&mut self, found: Found<'_, 'de>) -> Result<(), Refusal> {
        self.0.push(T::take(found)?);
        Ok(())
    }
}

/// Has `end` take each element, which knows its index if it cannot be read.
pub(crate) fn read_elements<'de>(
    found: Found<'_, 'de>,
    end: &mut dyn Place<'de>,
) -> Result<(), Refusal> {
    let Found::Collection(elements) = found else {
        return Err(found.unexpected("a collection"));
    };
    let mut index = 0;
    while elements
        .next(end)
        .map_err(|error| trail::in_element(index, error))?
    {
        index += 1;
    }
    Ok(())
}

impl<T: PropertyValue> PropertyValue for Box<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::read(deserializer).map(Self::new)
    }

    fn take(found: Found<'_, '_>) -> Result<Self, Refusal> {
        T::take(found).map(Self::new)
    }

    fn write<S: Serializer>(&self, serializer: S, form: Form<'_>) -> Result<S::Ok, S::Error> {
        T::write(self, serializer, form)
    }

    fn object<'a>(&'a self, form: Form<'a>) -> Option<Object<'a>> {
        T::object(self, form)
    }

    fn put(&self, json: &mut Vec<u8>, form: Form<'_>) -> Result<(), serde_json::Error> {
        T::put(self, json, form)
    }

    fn has_evolved_members(depth: u8) -> bool {
        T::has_evolved_members(depth)
    }
}

/// An object whose members are named by the data. Control information is none of them, and `null` is read as an empty one.
impl<T: PropertyValue> PropertyValue for BTreeMap<String, T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read::any(deserializer)
    }

    fn take(found: Found<'_, '_>) -> Result<Self, Refusal> {
        match found {
            Found::Null => Ok(Self::new()),
            Found::Object(members) => read_members(members),
            found => Err(found.unexpected("an object")),
        }
    }

    fn write<S: Serializer>(&self, serializer: S, form: Form<'_>) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter().map(|(name, value)| (name, InForm(value, form))))
    }

    fn has_evolved_members(depth: u8) -> bool {
        T::has_evolved_members(depth)
    }
}

fn read_members<T: PropertyValue>(
    members: &mut dyn Members<'_>,
) -> Result<BTreeMap<String, T>, Refusal> {
    let mut map = BTreeMap::new();
    while let Some(name) = members.next_name()? {
        if name.starts_with("@odata.") {
            members.skip()?;
            continue;
        }
        let mut value = None;
        members
            .value(&mut Value(&mut value, Edm))
            .map_err(|error| trail::in_property(&name, error))?;
        map.extend(value.map(|value| (name.into_owned(), value)));
    }
    Ok(map)
}
