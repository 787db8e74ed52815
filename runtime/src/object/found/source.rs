//! From a deserializer: generic over formats, not over types.

use std::borrow::Cow;
use std::fmt;

use serde_core::Deserializer;
use serde_core::de::{self, DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::{Elements, Found, Members, Place, Refusal};
use crate::object::read::{ObjectType, PropertyReader, ReadProperties, Text};

/// Has `place` take what `deserializer` finds.
pub(crate) fn fill<'de, D: Deserializer<'de>>(
    deserializer: D,
    place: &mut dyn Place<'de>,
) -> Result<(), D::Error> {
    deserializer.deserialize_any(Taking(place))
}

/// Has `read` take an object with these members.
pub(crate) fn of_members<'de, A: MapAccess<'de>, T>(
    members: A,
    read: impl FnOnce(Found<'_, 'de>) -> Result<T, Refusal>,
) -> Result<T, A::Error> {
    let mut source = Source::new(members);
    read(Found::Object(&mut source)).map_err(|refusal| refusal.into_error(source.error))
}

struct Taking<'a, 'de>(&'a mut dyn Place<'de>);

impl<'de> Taking<'_, 'de> {
    fn take<E: de::Error>(self, found: Found<'_, 'de>) -> Result<(), E> {
        self.0
            .take(found)
            .map_err(|refusal| refusal.into_error(None))
    }
}

impl<'de> DeserializeSeed<'de> for Taking<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Taking<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        self.take(Found::Null)
    }

    fn visit_none<E: de::Error>(self) -> Result<(), E> {
        self.take(Found::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<(), E> {
        self.take(Found::Bool(value))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<(), E> {
        self.take(Found::Signed(number))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<(), E> {
        self.take(Found::Unsigned(number))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<(), E> {
        self.take(Found::Float(number))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<(), E> {
        self.take(Found::Text(text))
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<(), E> {
        self.take(Found::Borrowed(text))
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<(), A::Error> {
        of_members(members, |found| self.0.take(found))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, elements: A) -> Result<(), A::Error> {
        let mut source = Source::new(elements);
        self.0
            .take(Found::Collection(&mut source))
            .map_err(|refusal| refusal.into_error(source.error))
    }
}

/// Where members or elements come from. An error of the format stays here while those who do not know the format give up.
struct Source<A, E> {
    access: A,
    error: Option<E>,
}

impl<A, E> Source<A, E> {
    const fn new(access: A) -> Self {
        Self {
            access,
            error: None,
        }
    }

    #[cold]
    fn keep(&mut self, error: E) -> Refusal {
        self.error = Some(error);
        Refusal::kept()
    }
}

impl<'de, A: MapAccess<'de>> Members<'de> for Source<A, A::Error> {
    fn next_name(&mut self) -> Result<Option<Cow<'de, str>>, Refusal> {
        match self.access.next_key() {
            Ok(name) => Ok(name.map(|Text(name)| name)),
            Err(error) => Err(self.keep(error)),
        }
    }

    /// A loop of its own, so that the format's share of it is compiled into it.
    fn properties(
        &mut self,
        object: &mut dyn ReadProperties<'de>,
        object_type: ObjectType,
    ) -> Result<(), Refusal> {
        loop {
            match self.access.next_key() {
                Ok(Some(Text(name))) => {
                    object.property(PropertyReader::new(&name, self, object_type))?;
                }
                Ok(None) => return Ok(()),
                Err(error) => return Err(self.keep(error)),
            }
        }
    }

    fn value(&mut self, place: &mut dyn Place<'de>) -> Result<(), Refusal> {
        let taken = self.access.next_value_seed(Taking(place));
        taken.map_err(|error| self.keep(error))
    }

    fn skip(&mut self) -> Result<(), Refusal> {
        match self.access.next_value() {
            Ok(IgnoredAny) => Ok(()),
            Err(error) => Err(self.keep(error)),
        }
    }
}

impl<'de, A: SeqAccess<'de>> Elements<'de> for Source<A, A::Error> {
    fn next(&mut self, place: &mut dyn Place<'de>) -> Result<bool, Refusal> {
        match self.access.next_element_seed(Taking(place)) {
            Ok(taken) => Ok(taken.is_some()),
            Err(error) => Err(self.keep(error)),
        }
    }
}
