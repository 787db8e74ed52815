use std::collections::BTreeMap;

use serde_core::{Deserializer, Serialize, Serializer};

use super::{Edm, Form, PropertyValue};
use crate::json::trail;
use crate::object::found::{Elements, Found, Members, Refusal};
use crate::object::read::{self, Value};

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
        match found {
            Found::Null => Ok(Self::new()),
            Found::Collection(elements) => read_elements(elements),
            found => Err(found.unexpected("a collection")),
        }
    }

    fn write<S: Serializer>(&self, serializer: S, form: Form<'_>) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(|element| InForm(element, form)))
    }

    fn has_evolved_members(depth: u8) -> bool {
        T::has_evolved_members(depth)
    }
}

/// Each element knows its index if it cannot be read.
pub(crate) fn read_elements<T: PropertyValue>(
    elements: &mut dyn Elements<'_>,
) -> Result<Vec<T>, Refusal> {
    let mut collection = Vec::new();
    let mut element = None;
    while elements
        .next(&mut Value(&mut element, Edm))
        .map_err(|error| trail::in_element(collection.len(), error))?
    {
        collection.extend(element.take());
    }
    Ok(collection)
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
