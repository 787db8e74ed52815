//! [`Input`] with a deserializer: the only one that types are compiled for.

use serde_core::de::value::{MapAccessDeserializer, StrDeserializer};
use serde_core::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};

use super::error::ValueError;
use super::input::{Elements, Input, Members, Sink};
use super::member_name::MemberName;
use super::nesting;

impl<'de> Deserializer<'de> for Input<'_, 'de> {
    type Error = ValueError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        match self {
            Input::Null => visitor.visit_unit(),
            Input::Bool(value) => visitor.visit_bool(value),
            Input::Signed(number) => visitor.visit_i64(number),
            Input::Unsigned(number) => visitor.visit_u64(number),
            Input::Float(number) => visitor.visit_f64(number),
            Input::Text(text) => visitor.visit_str(text),
            Input::Borrowed(text) => visitor.visit_borrowed_str(text),
            Input::Object(members) => visitor.visit_map(Access(members)),
            Input::Collection(elements) => visitor.visit_seq(Access(elements)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        match self {
            Input::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, ValueError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ValueError> {
        match self {
            Input::Text(text) | Input::Borrowed(text) => {
                StrDeserializer::new(text).deserialize_enum(name, variants, visitor)
            }
            Input::Object(members) => MapAccessDeserializer::new(Access(members))
                .deserialize_enum(name, variants, visitor),
            _ => self.deserialize_any(visitor),
        }
    }

    /// A type calls this for a member that it does not have.
    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        if nesting::is_lossless() {
            return Err(ValueError::custom(
                "the value has a member that its type does not have",
            ));
        }
        self.deserialize_any(visitor)
    }

    serde_core::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map
        struct identifier
    }
}

/// Members and elements with serde's access traits.
struct Access<'a, S: ?Sized>(&'a mut S);

impl<'de> MapAccess<'de> for Access<'_, dyn Members<'de> + '_> {
    type Error = ValueError;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, ValueError> {
        let name = self.0.next_name()?;
        name.map(|name| seed.deserialize(MemberName(name)))
            .transpose()
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<S::Value, ValueError> {
        let mut sink = SeedSink::Seed(seed);
        self.0.value(&mut sink)?;
        sink.value()
    }
}

impl<'de> SeqAccess<'de> for Access<'_, dyn Elements<'de> + '_> {
    type Error = ValueError;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, ValueError> {
        let mut sink = SeedSink::Seed(seed);
        if self.0.next(&mut sink)? {
            sink.value().map(Some)
        } else {
            Ok(None)
        }
    }
}

/// The sink of a value that a seed reads.
enum SeedSink<S, T> {
    Seed(S),
    Nothing,
    Value(T),
}

impl<S, T> SeedSink<S, T> {
    fn value(self) -> Result<T, ValueError> {
        match self {
            Self::Value(value) => Ok(value),
            _ => Err(ValueError::custom("there is no value")),
        }
    }
}

impl<'de, S: DeserializeSeed<'de>> Sink<'de> for SeedSink<S, S::Value> {
    fn accept(&mut self, input: Input<'_, 'de>) -> Result<(), ValueError> {
        if let Self::Seed(seed) = std::mem::replace(self, Self::Nothing) {
            *self = Self::Value(seed.deserialize(input)?);
        }
        Ok(())
    }
}
