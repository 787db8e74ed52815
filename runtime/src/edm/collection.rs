use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde_core::de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_core::{Deserializer, Serialize, Serializer};

use super::{Form, PropertyValue};
use crate::json::trail;

/// An element of a collection, read as a property value.
pub(crate) struct Element<T>(PhantomData<T>);

impl<T> Element<T> {
    pub(crate) const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<'de, T: PropertyValue> DeserializeSeed<'de> for Element<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::read(deserializer)
    }
}

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
        struct Nullable<T>(PhantomData<T>);

        impl<'de, T: PropertyValue> Visitor<'de> for Nullable<T> {
            type Value = Option<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value or null")
            }

            fn visit_unit<E>(self) -> Result<Self::Value, E> {
                Ok(None)
            }

            fn visit_none<E>(self) -> Result<Self::Value, E> {
                Ok(None)
            }

            fn visit_some<D: Deserializer<'de>>(
                self,
                deserializer: D,
            ) -> Result<Self::Value, D::Error> {
                T::read(deserializer).map(Some)
            }
        }

        deserializer.deserialize_option(Nullable(PhantomData))
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
        struct Collection<T>(PhantomData<T>);

        impl<'de, T: PropertyValue> Visitor<'de> for Collection<T> {
            type Value = Vec<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a collection")
            }

            fn visit_unit<E>(self) -> Result<Self::Value, E> {
                Ok(Vec::new())
            }

            fn visit_none<E>(self) -> Result<Self::Value, E> {
                Ok(Vec::new())
            }

            fn visit_some<D: Deserializer<'de>>(
                self,
                deserializer: D,
            ) -> Result<Self::Value, D::Error> {
                deserializer.deserialize_seq(self)
            }

            fn visit_seq<A: SeqAccess<'de>>(
                self,
                mut elements: A,
            ) -> Result<Self::Value, A::Error> {
                let mut collection = Vec::new();
                while let Some(element) = elements
                    .next_element_seed(Element::new())
                    .map_err(|error| trail::in_element(collection.len(), error))?
                {
                    collection.push(element);
                }
                Ok(collection)
            }
        }

        deserializer.deserialize_option(Collection(PhantomData))
    }

    fn write<S: Serializer>(&self, serializer: S, form: Form<'_>) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(|element| InForm(element, form)))
    }

    fn has_evolved_members(depth: u8) -> bool {
        T::has_evolved_members(depth)
    }
}

impl<T: PropertyValue> PropertyValue for Box<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::read(deserializer).map(Self::new)
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
        struct Members<T>(PhantomData<T>);

        impl<'de, T: PropertyValue> Visitor<'de> for Members<T> {
            type Value = BTreeMap<String, T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_unit<E>(self) -> Result<Self::Value, E> {
                Ok(BTreeMap::new())
            }

            fn visit_none<E>(self) -> Result<Self::Value, E> {
                Ok(BTreeMap::new())
            }

            fn visit_some<D: Deserializer<'de>>(
                self,
                deserializer: D,
            ) -> Result<Self::Value, D::Error> {
                deserializer.deserialize_map(self)
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = BTreeMap::new();
                while let Some(name) = map.next_key::<String>()? {
                    if name.starts_with("@odata.") {
                        map.next_value::<IgnoredAny>()?;
                        continue;
                    }
                    match map.next_value_seed(Element::new()) {
                        Ok(value) => members.insert(name, value),
                        Err(error) => return Err(trail::in_property(&name, error)),
                    };
                }
                Ok(members)
            }
        }

        deserializer.deserialize_option(Members(PhantomData))
    }

    fn write<S: Serializer>(&self, serializer: S, form: Form<'_>) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter().map(|(name, value)| (name, InForm(value, form))))
    }

    fn has_evolved_members(depth: u8) -> bool {
        T::has_evolved_members(depth)
    }
}
