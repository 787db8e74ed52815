//! What was found, as a deserializer: the one that types are compiled for.

use std::fmt;

use serde_core::de::value::{MapAccessDeserializer, StrDeserializer};
use serde_core::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};

use super::name::Name;
use super::{Elements, Found, Members, Place, Refusal};

impl<'de> Deserializer<'de> for Found<'_, 'de> {
    type Error = Refusal;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match self {
            Self::Null => visitor.visit_unit(),
            Self::Bool(value) => visitor.visit_bool(value),
            Self::Signed(number) => visitor.visit_i64(number),
            Self::Unsigned(number) => visitor.visit_u64(number),
            Self::Float(number) => visitor.visit_f64(number),
            Self::Text(text) => visitor.visit_str(text),
            Self::Borrowed(text) => visitor.visit_borrowed_str(text),
            Self::Object(members) => visitor.visit_map(Access(members)),
            Self::Collection(elements) => visitor.visit_seq(Access(elements)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match self {
            Self::Null => visitor.visit_none(),
            found => visitor.visit_some(found),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        match self {
            Self::Text(text) | Self::Borrowed(text) => {
                StrDeserializer::new(text).deserialize_enum(name, variants, visitor)
            }
            Self::Object(members) => MapAccessDeserializer::new(Access(members))
                .deserialize_enum(name, variants, visitor),
            found => found.deserialize_any(visitor),
        }
    }

    serde_core::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map
        struct identifier ignored_any
    }
}

/// Members and elements, as serde reads them.
struct Access<'a, S: ?Sized>(&'a mut S);

impl<'de> MapAccess<'de> for Access<'_, dyn Members<'de> + '_> {
    type Error = Refusal;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Refusal> {
        let name = self.0.next_name()?;
        name.map(|name| seed.deserialize(Name(name))).transpose()
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Refusal> {
        let mut place = Seeded::Seed(seed);
        self.0.value(&mut place)?;
        place.value()
    }
}

impl<'de> SeqAccess<'de> for Access<'_, dyn Elements<'de> + '_> {
    type Error = Refusal;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Refusal> {
        let mut place = Seeded::Seed(seed);
        if self.0.next(&mut place)? {
            place.value().map(Some)
        } else {
            Ok(None)
        }
    }
}

/// The place of a value that a seed reads.
enum Seeded<S, T> {
    Seed(S),
    Nothing,
    Value(T),
}

impl<S, T> Seeded<S, T> {
    fn value(self) -> Result<T, Refusal> {
        match self {
            Self::Value(value) => Ok(value),
            _ => Err(Refusal::custom("there is no value")),
        }
    }
}

impl<'de, S: DeserializeSeed<'de>> Place<'de> for Seeded<S, S::Value> {
    fn take(&mut self, found: Found<'_, 'de>) -> Result<(), Refusal> {
        if let Self::Seed(seed) = std::mem::replace(self, Self::Nothing) {
            *self = Self::Value(seed.deserialize(found)?);
        }
        Ok(())
    }
}

impl fmt::Debug for dyn Members<'_> + '_ {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("{…}")
    }
}

impl fmt::Debug for dyn Elements<'_> + '_ {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[…]")
    }
}
