//! Input from a deserializer: generic over formats, not over types.

use std::borrow::Cow;
use std::fmt;

use serde_core::Deserializer;
use serde_core::de::{
    self, DeserializeSeed, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor,
};

use super::error::ValueError;
use super::input::{Elements, Input, MemberVisitor, Members, Sink};
use super::member_name::MemberName;
use super::nesting::Nested;

/// Reads one value of `deserializer` into `sink`.
pub(crate) fn read_into<'de, D: Deserializer<'de>>(
    deserializer: D,
    sink: &mut dyn Sink<'de>,
) -> Result<(), D::Error> {
    deserializer.deserialize_any(SinkVisitor(sink))
}

/// Calls `read` with the object that has these members.
pub(crate) fn with_object<'de, A: MapAccess<'de>, T>(
    members: A,
    read: impl FnOnce(Input<'_, 'de>) -> Result<T, ValueError>,
) -> Result<T, A::Error> {
    let mut source = Source::new(members);
    read(Input::Object(&mut source)).map_err(|error| error.into_format(source.error))
}

struct SinkVisitor<'a, 'de>(&'a mut dyn Sink<'de>);

impl<'de> SinkVisitor<'_, 'de> {
    fn accept<E: de::Error>(self, input: Input<'_, 'de>) -> Result<(), E> {
        self.0
            .accept(input)
            .map_err(|error| error.into_format(None))
    }
}

impl<'de> DeserializeSeed<'de> for SinkVisitor<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for SinkVisitor<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        self.accept(Input::Null)
    }

    fn visit_none<E: de::Error>(self) -> Result<(), E> {
        self.accept(Input::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<(), E> {
        self.accept(Input::Bool(value))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<(), E> {
        self.accept(Input::Signed(number))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<(), E> {
        self.accept(Input::Unsigned(number))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<(), E> {
        self.accept(Input::Float(number))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<(), E> {
        self.accept(Input::Text(text))
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<(), E> {
        self.accept(Input::Borrowed(text))
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<(), A::Error> {
        let _nested = Nested::enter().map_err(A::Error::custom)?;
        with_object(members, |input| self.0.accept(input))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, elements: A) -> Result<(), A::Error> {
        let _nested = Nested::enter().map_err(A::Error::custom)?;
        let mut source = Source::new(elements);
        self.0
            .accept(Input::Collection(&mut source))
            .map_err(|error| error.into_format(source.error))
    }
}

/// A source of members or elements. An error of the format is kept here, because readers do not know the format.
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
    fn keep(&mut self, error: E) -> ValueError {
        self.error = Some(error);
        ValueError::in_source()
    }
}

impl<'de, A: MapAccess<'de>> Members<'de> for Source<A, A::Error> {
    fn next_name(&mut self) -> Result<Option<Cow<'de, str>>, ValueError> {
        match self.access.next_key() {
            Ok(name) => Ok(name.map(|MemberName(name)| name)),
            Err(error) => Err(self.keep(error)),
        }
    }

    /// A loop of its own, so that the format's share of it is inlined.
    fn visit(&mut self, visitor: &mut dyn MemberVisitor<'de>) -> Result<(), ValueError> {
        loop {
            match self.access.next_key() {
                Ok(Some(MemberName(name))) => visitor.member(&name, self)?,
                Ok(None) => return Ok(()),
                Err(error) => return Err(self.keep(error)),
            }
        }
    }

    fn value(&mut self, sink: &mut dyn Sink<'de>) -> Result<(), ValueError> {
        let read = self.access.next_value_seed(SinkVisitor(sink));
        read.map_err(|error| self.keep(error))
    }

    fn skip(&mut self) -> Result<(), ValueError> {
        match self.access.next_value() {
            Ok(IgnoredAny) => Ok(()),
            Err(error) => Err(self.keep(error)),
        }
    }
}

impl<'de, A: SeqAccess<'de>> Elements<'de> for Source<A, A::Error> {
    fn next(&mut self, sink: &mut dyn Sink<'de>) -> Result<bool, ValueError> {
        match self.access.next_element_seed(SinkVisitor(sink)) {
            Ok(read) => Ok(read.is_some()),
            Err(error) => Err(self.keep(error)),
        }
    }
}
