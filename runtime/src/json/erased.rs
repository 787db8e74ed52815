//! A type-erased serializer, so that values are compiled once and not for each format.
//!
//! The pattern is that of `erased_serde`, reduced to what JSON has: the compound that a serializer has begun is the state of [`State`].

use serde_core::ser::{self, Error as _, Serialize, SerializeMap, SerializeSeq, Serializer};

use super::error::ValueError;

/// An unfinished object of any format.
pub trait Entries {
    fn entry(&mut self, name: &str, value: &dyn ErasedValue) -> Result<(), String>;
}

/// An unfinished collection of any format.
pub trait Elements {
    fn element(&mut self, value: &dyn ErasedValue) -> Result<(), String>;
}

/// The sequence of a serializer as [`Elements`].
struct SeqElements<S>(S);

impl<S: SerializeSeq> Elements for SeqElements<S> {
    fn element(&mut self, value: &dyn ErasedValue) -> Result<(), String> {
        let written = self.0.serialize_element(&Erased(value));
        written.map_err(|error| error.to_string())
    }
}

/// The map of a serializer as [`Entries`].
pub(crate) struct MapEntries<M>(pub(crate) M);

impl<M: SerializeMap> Entries for MapEntries<M> {
    fn entry(&mut self, name: &str, value: &dyn ErasedValue) -> Result<(), String> {
        let written = self.0.serialize_entry(name, &Erased(value));
        written.map_err(|error| error.to_string())
    }
}

/// A value that can be written to any serializer.
pub trait ErasedValue {
    fn write_to(&self, serializer: ErasedSerializer<'_>) -> Result<(), ValueError>;

    /// Writes the value into an object, if it is one. Returns whether it is.
    ///
    /// Otherwise each level of nested objects would be written through one more erased serializer.
    fn write_entries(&self, entries: Option<&mut dyn Entries>) -> Result<bool, String> {
        let _ = entries;
        Ok(false)
    }

    /// Writes the elements of the value into a collection, if it is one. Returns whether it is.
    fn write_elements(&self, elements: Option<&mut dyn Elements>) -> Result<bool, String> {
        let _ = elements;
        Ok(false)
    }
}

impl<T: Serialize + ?Sized> ErasedValue for T {
    fn write_to(&self, serializer: ErasedSerializer<'_>) -> Result<(), ValueError> {
        self.serialize(serializer)
    }
}

/// An [`ErasedValue`] as a value for a serializer.
pub(crate) struct Erased<'a>(pub(crate) &'a dyn ErasedValue);

impl Serialize for Erased<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.write_entries(None).is_ok_and(|is_object| is_object) {
            let mut entries = MapEntries(serializer.serialize_map(None)?);
            self.0
                .write_entries(Some(&mut entries))
                .map_err(S::Error::custom)?;
            return entries.0.end();
        }
        if self
            .0
            .write_elements(None)
            .is_ok_and(|is_collection| is_collection)
        {
            let mut elements = SeqElements(serializer.serialize_seq(None)?);
            self.0
                .write_elements(Some(&mut elements))
                .map_err(S::Error::custom)?;
            return elements.0.end();
        }
        let mut state = State::Ready(serializer);
        let written = self.0.write_to(ErasedSerializer(&mut state));
        match (state, written) {
            (State::Failed(error), _) => Err(error),
            (_, Err(error)) => Err(S::Error::custom(error)),
            (State::Done(ok), Ok(())) => Ok(ok),
            _ => Err(S::Error::custom("nothing was written")),
        }
    }
}

/// A value without items.
enum Scalar<'a> {
    Null,
    Bool(bool),
    I64(i64),
    I128(i128),
    U64(u64),
    U128(u128),
    F32(f32),
    F64(f64),
    Char(char),
    Text(&'a str),
    Bytes(&'a [u8]),
    UnitStruct(&'static str),
    UnitVariant(&'static str, u32, &'static str),
}

/// A value with items.
enum Compound {
    Seq(Option<usize>),
    Map(Option<usize>),
    Struct(&'static str, usize),
    TupleVariant(&'static str, u32, &'static str, usize),
    StructVariant(&'static str, u32, &'static str, usize),
}

/// A value in another.
enum Wrapper {
    Some,
    NewtypeStruct(&'static str),
    NewtypeVariant(&'static str, u32, &'static str),
}

/// An item of a compound.
enum Item<'a> {
    Element(&'a dyn ErasedValue),
    Key(&'a dyn ErasedValue),
    Value(&'a dyn ErasedValue),
    Field(&'static str, &'a dyn ErasedValue),
}

trait DynSerializer {
    fn scalar(&mut self, scalar: Scalar<'_>) -> Result<(), ValueError>;
    fn wrap(&mut self, wrapper: Wrapper, value: &dyn ErasedValue) -> Result<(), ValueError>;
    fn begin(&mut self, compound: Compound) -> Result<(), ValueError>;
    fn item(&mut self, item: Item<'_>) -> Result<(), ValueError>;
    fn end(&mut self) -> Result<(), ValueError>;
}

/// The progress of a serializer.
enum State<S: Serializer> {
    Ready(S),
    Seq(S::SerializeSeq),
    Map(S::SerializeMap),
    Struct(S::SerializeStruct),
    TupleVariant(S::SerializeTupleVariant),
    StructVariant(S::SerializeStructVariant),
    Done(S::Ok),
    Failed(S::Error),
    Taken,
}

impl<S: Serializer> State<S> {
    fn start(&mut self, step: impl FnOnce(S) -> Result<Self, S::Error>) -> Result<(), ValueError> {
        match std::mem::replace(self, Self::Taken) {
            Self::Ready(serializer) => self.keep(step(serializer)),
            _ => Err(ValueError::out_of_order()),
        }
    }

    fn keep(&mut self, next: Result<Self, S::Error>) -> Result<(), ValueError> {
        match next {
            Ok(state) => {
                *self = state;
                Ok(())
            }
            Err(error) => self.fail(error),
        }
    }

    #[cold]
    fn fail(&mut self, error: S::Error) -> Result<(), ValueError> {
        *self = Self::Failed(error);
        Err(ValueError::in_source())
    }
}

impl<S: Serializer> DynSerializer for State<S> {
    fn scalar(&mut self, scalar: Scalar<'_>) -> Result<(), ValueError> {
        self.start(|serializer| {
            let done = match scalar {
                Scalar::Null => serializer.serialize_none(),
                Scalar::Bool(value) => serializer.serialize_bool(value),
                Scalar::I64(number) => serializer.serialize_i64(number),
                Scalar::I128(number) => serializer.serialize_i128(number),
                Scalar::U64(number) => serializer.serialize_u64(number),
                Scalar::U128(number) => serializer.serialize_u128(number),
                Scalar::F32(number) => serializer.serialize_f32(number),
                Scalar::F64(number) => serializer.serialize_f64(number),
                Scalar::Char(character) => serializer.serialize_char(character),
                Scalar::Text(text) => serializer.serialize_str(text),
                Scalar::Bytes(bytes) => serializer.serialize_bytes(bytes),
                Scalar::UnitStruct(name) => serializer.serialize_unit_struct(name),
                Scalar::UnitVariant(name, index, variant) => {
                    serializer.serialize_unit_variant(name, index, variant)
                }
            };
            done.map(Self::Done)
        })
    }

    fn wrap(&mut self, wrapper: Wrapper, value: &dyn ErasedValue) -> Result<(), ValueError> {
        let value = &Erased(value);
        self.start(|serializer| {
            let done = match wrapper {
                Wrapper::Some => serializer.serialize_some(value),
                Wrapper::NewtypeStruct(name) => serializer.serialize_newtype_struct(name, value),
                Wrapper::NewtypeVariant(name, index, variant) => {
                    serializer.serialize_newtype_variant(name, index, variant, value)
                }
            };
            done.map(Self::Done)
        })
    }

    fn begin(&mut self, compound: Compound) -> Result<(), ValueError> {
        self.start(|serializer| match compound {
            Compound::Seq(len) => serializer.serialize_seq(len).map(Self::Seq),
            Compound::Map(len) => serializer.serialize_map(len).map(Self::Map),
            Compound::Struct(name, len) => serializer.serialize_struct(name, len).map(Self::Struct),
            Compound::TupleVariant(name, index, variant, len) => serializer
                .serialize_tuple_variant(name, index, variant, len)
                .map(Self::TupleVariant),
            Compound::StructVariant(name, index, variant, len) => serializer
                .serialize_struct_variant(name, index, variant, len)
                .map(Self::StructVariant),
        })
    }

    fn item(&mut self, item: Item<'_>) -> Result<(), ValueError> {
        use ser::{SerializeStruct, SerializeStructVariant, SerializeTupleVariant};
        let written = match (&mut *self, item) {
            (Self::Seq(seq), Item::Element(value)) => seq.serialize_element(&Erased(value)),
            (Self::TupleVariant(tuple), Item::Element(value)) => {
                tuple.serialize_field(&Erased(value))
            }
            (Self::Map(map), Item::Key(key)) => map.serialize_key(&Erased(key)),
            (Self::Map(map), Item::Value(value)) => map.serialize_value(&Erased(value)),
            (Self::Struct(fields), Item::Field(name, value)) => {
                fields.serialize_field(name, &Erased(value))
            }
            (Self::StructVariant(fields), Item::Field(name, value)) => {
                fields.serialize_field(name, &Erased(value))
            }
            _ => return Err(ValueError::out_of_order()),
        };
        written.or_else(|error| self.fail(error))
    }

    fn end(&mut self) -> Result<(), ValueError> {
        use ser::{SerializeStruct, SerializeStructVariant, SerializeTupleVariant};
        let done = match std::mem::replace(self, Self::Taken) {
            Self::Seq(seq) => seq.end(),
            Self::Map(map) => map.end(),
            Self::Struct(fields) => fields.end(),
            Self::TupleVariant(tuple) => tuple.end(),
            Self::StructVariant(fields) => fields.end(),
            _ => return Err(ValueError::out_of_order()),
        };
        self.keep(done.map(Self::Done))
    }
}

/// The serializer that values are compiled for.
pub struct ErasedSerializer<'a>(&'a mut dyn DynSerializer);

impl ErasedSerializer<'_> {
    fn begin(self, compound: Compound) -> Result<Self, ValueError> {
        self.0.begin(compound)?;
        Ok(self)
    }
}

macro_rules! scalars {
    ($($serialize:ident $type:ty: $scalar:ident)*) => {$(
        fn $serialize(self, value: $type) -> Result<(), ValueError> {
            self.0.scalar(Scalar::$scalar(value.into()))
        }
    )*};
}

impl Serializer for ErasedSerializer<'_> {
    type Ok = ();
    type Error = ValueError;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Self;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Self;

    scalars! {
        serialize_bool bool: Bool
        serialize_i8 i8: I64
        serialize_i16 i16: I64
        serialize_i32 i32: I64
        serialize_i64 i64: I64
        serialize_i128 i128: I128
        serialize_u8 u8: U64
        serialize_u16 u16: U64
        serialize_u32 u32: U64
        serialize_u64 u64: U64
        serialize_u128 u128: U128
        serialize_f32 f32: F32
        serialize_f64 f64: F64
        serialize_char char: Char
        serialize_str &str: Text
        serialize_bytes &[u8]: Bytes
        serialize_unit_struct &'static str: UnitStruct
    }

    fn serialize_none(self) -> Result<(), ValueError> {
        self.0.scalar(Scalar::Null)
    }

    fn serialize_unit(self) -> Result<(), ValueError> {
        self.0.scalar(Scalar::Null)
    }

    fn serialize_unit_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
    ) -> Result<(), ValueError> {
        self.0.scalar(Scalar::UnitVariant(name, index, variant))
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), ValueError> {
        self.0.wrap(Wrapper::Some, &value)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<(), ValueError> {
        self.0.wrap(Wrapper::NewtypeStruct(name), &value)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), ValueError> {
        self.0
            .wrap(Wrapper::NewtypeVariant(name, index, variant), &value)
    }

    fn serialize_seq(self, len: Option<usize>) -> Result<Self, ValueError> {
        self.begin(Compound::Seq(len))
    }

    fn serialize_tuple(self, len: usize) -> Result<Self, ValueError> {
        self.begin(Compound::Seq(Some(len)))
    }

    fn serialize_tuple_struct(self, _: &'static str, len: usize) -> Result<Self, ValueError> {
        self.begin(Compound::Seq(Some(len)))
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<Self, ValueError> {
        self.begin(Compound::TupleVariant(name, index, variant, len))
    }

    fn serialize_map(self, len: Option<usize>) -> Result<Self, ValueError> {
        self.begin(Compound::Map(len))
    }

    fn serialize_struct(self, name: &'static str, len: usize) -> Result<Self, ValueError> {
        self.begin(Compound::Struct(name, len))
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<Self, ValueError> {
        self.begin(Compound::StructVariant(name, index, variant, len))
    }
}

/// The items of a compound, for each kind of which serde has a trait.
macro_rules! elements {
    ($($compound:ident $serialize:ident)*) => {$(
        impl ser::$compound for ErasedSerializer<'_> {
            type Ok = ();
            type Error = ValueError;

            fn $serialize<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), ValueError> {
                self.0.item(Item::Element(&value))
            }

            fn end(self) -> Result<(), ValueError> {
                self.0.end()
            }
        }
    )*};
}

macro_rules! fields {
    ($($compound:ident)*) => {$(
        impl ser::$compound for ErasedSerializer<'_> {
            type Ok = ();
            type Error = ValueError;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Result<(), ValueError> {
                self.0.item(Item::Field(name, &value))
            }

            fn end(self) -> Result<(), ValueError> {
                self.0.end()
            }
        }
    )*};
}

elements! {
    SerializeSeq serialize_element
    SerializeTuple serialize_element
    SerializeTupleStruct serialize_field
    SerializeTupleVariant serialize_field
}

fields! { SerializeStruct SerializeStructVariant }

impl SerializeMap for ErasedSerializer<'_> {
    type Ok = ();
    type Error = ValueError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), ValueError> {
        self.0.item(Item::Key(&key))
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), ValueError> {
        self.0.item(Item::Value(&value))
    }

    fn end(self) -> Result<(), ValueError> {
        self.0.end()
    }
}
