use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde_core::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};

use super::{ODATA_TYPE, StructuredType, TypeInfo};
use crate::Change;
use crate::edm::{Codec, DynamicChanges, DynamicProperties, Edm, PropertyValue};
use crate::json::trail;
use serde_json::Value;

/// The place where the properties of one object are gathered while it is read. Implemented by generated code.
pub trait ReadProperties<'de>: Default {
    /// Has `reader` read the value of its property to the place of that, or tells it that there is none.
    fn property<A: MapAccess<'de>>(
        &mut self,
        reader: PropertyReader<'_, A>,
    ) -> Result<(), A::Error>;
}

/// What happens to a property that an object has and its type does not declare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undeclared {
    /// Skipped: a client must accept undeclared properties ("OData JSON Format", Relationship Between JSON and Types).
    Skip,
    /// An error: a patch that lost what it was told would say something else.
    Refuse,
}

/// Reads one object in one pass, in whatever order its properties come.
pub fn object<'de, O: ReadProperties<'de>, D: Deserializer<'de>>(
    deserializer: D,
    object_type: &'static TypeInfo,
    undeclared: Undeclared,
) -> Result<O, D::Error> {
    deserializer.deserialize_map(ObjectVisitor {
        object_type,
        undeclared,
        object: PhantomData,
    })
}

/// Reads an object of an entity or complex type.
pub fn structured<'de, T: StructuredType, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    T::from_slots(object(deserializer, T::TYPE, Undeclared::Skip)?)
}

/// Reads a patch. Called by generated code.
pub fn patch<'de, O: ReadProperties<'de>, D: Deserializer<'de>>(
    deserializer: D,
    object_type: &'static TypeInfo,
) -> Result<O, D::Error> {
    object(deserializer, object_type, Undeclared::Refuse)
}

struct ObjectVisitor<O> {
    object_type: &'static TypeInfo,
    undeclared: Undeclared,
    object: PhantomData<O>,
}

impl<'de, O: ReadProperties<'de>> Visitor<'de> for ObjectVisitor<O> {
    type Value = O;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object of type {}", self.object_type.name())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<O, A::Error> {
        let Self {
            object_type,
            undeclared,
            ..
        } = self;
        let mut properties = O::default();
        while let Some(Text(name)) = map.next_key()? {
            properties.property(PropertyReader {
                name: &name,
                map: &mut map,
                object_type,
                undeclared,
            })?;
        }
        Ok(properties)
    }
}

/// Reads the value of one property.
#[derive(Debug)]
pub struct PropertyReader<'a, A> {
    name: &'a str,
    map: &'a mut A,
    object_type: &'static TypeInfo,
    undeclared: Undeclared,
}

impl<'a, 'de, A: MapAccess<'de>> PropertyReader<'a, A> {
    /// The name of the property.
    pub const fn name(&self) -> &'a str {
        self.name
    }

    /// A property that is not nullable.
    pub fn value<T: PropertyValue>(self, place: &mut Option<T>) -> Result<(), A::Error> {
        self.value_with(place, Edm)
    }

    /// A nullable property; `null` is `None`.
    pub fn optional<T: PropertyValue>(self, place: &mut Option<T>) -> Result<(), A::Error> {
        self.optional_with(place, Edm)
    }

    /// A nullable property of a patch; `null` clears.
    pub fn change<T: PropertyValue>(self, place: &mut Change<T>) -> Result<(), A::Error> {
        self.change_with(place, Edm)
    }

    /// A property of a patch that is not nullable; `null` is refused.
    pub fn replace<T: PropertyValue>(self, place: &mut Option<T>) -> Result<(), A::Error> {
        self.replace_with(place, Edm)
    }

    /// [`value`](Self::value) through a codec other than the type's own.
    pub fn value_with<T, C: Codec<T>>(
        self,
        place: &mut Option<T>,
        codec: C,
    ) -> Result<(), A::Error> {
        *place = Some(self.read(Through(codec, PhantomData))?);
        Ok(())
    }

    /// [`optional`](Self::optional) through a codec other than the type's own.
    pub fn optional_with<T, C: Codec<T>>(
        self,
        place: &mut Option<T>,
        codec: C,
    ) -> Result<(), A::Error> {
        *place = self.read(Nullable(codec, PhantomData))?;
        Ok(())
    }

    /// [`change`](Self::change) through a codec other than the type's own.
    pub fn change_with<T, C: Codec<T>>(
        self,
        place: &mut Change<T>,
        codec: C,
    ) -> Result<(), A::Error> {
        *place = Change::set_or_clear(self.read(Nullable(codec, PhantomData))?);
        Ok(())
    }

    /// [`replace`](Self::replace) through a codec other than the type's own.
    pub fn replace_with<T, C: Codec<T>>(
        self,
        place: &mut Option<T>,
        codec: C,
    ) -> Result<(), A::Error> {
        let name = self.name;
        match self.read(Nullable(codec, PhantomData))? {
            Some(value) => *place = Some(value),
            None => {
                return Err(de::Error::custom(format_args!(
                    "`{name}` is not nullable, and cannot be `null`"
                )));
            }
        }
        Ok(())
    }

    /// A property of an open type that it does not declare.
    pub fn dynamic(self, properties: &mut DynamicProperties) -> Result<(), A::Error> {
        // What is declared and has no place is never read.
        if self.name == ODATA_TYPE || self.object_type.property(self.name).is_some() {
            return self.undeclared();
        }
        properties.insert(self.name, self.map.next_value::<Value>()?);
        Ok(())
    }

    /// A property of a patch of an open type that it does not declare; `null` clears.
    pub fn dynamic_change(self, changes: &mut DynamicChanges) -> Result<(), A::Error> {
        if self.name == ODATA_TYPE || self.object_type.property(self.name).is_some() {
            return self.undeclared();
        }
        let change = Change::set_or_clear(self.map.next_value::<Option<Value>>()?);
        changes.put(self.name.to_owned(), change);
        Ok(())
    }

    /// A property that has no place.
    pub fn undeclared(self) -> Result<(), A::Error> {
        let name = self.name;
        if name == ODATA_TYPE {
            check_type(self.object_type, self.map.next_value()?)
        } else if self.undeclared == Undeclared::Skip
            || is_control_information(self.object_type, name)
        {
            self.map.next_value::<IgnoredAny>().map(drop)
        } else {
            Err(refuse(self.object_type, name))
        }
    }

    fn read<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, A::Error> {
        self.map
            .next_value_seed(seed)
            .map_err(|error| without_value(self.object_type, self.name, error))
    }
}

/// What could not be read is part of the error, and of what is sensitive nothing may be.
#[cold]
fn without_value<E: de::Error>(object_type: &TypeInfo, name: &str, error: E) -> E {
    let error = trail::in_property(name, error);
    match object_type.property(name) {
        Some(property) if property.is_sensitive() => E::custom(format_args!(
            "the value of `{name}`, which is sensitive, cannot be read"
        )),
        _ => error,
    }
}

/// `@odata.context` belongs to the object, `subject@odata.type` to a declared property. A bind is no information, but a change.
fn is_control_information(object_type: &TypeInfo, name: &str) -> bool {
    name.split_once('@').is_some_and(|(annotated, term)| {
        annotated.is_empty() || (term != "odata.bind" && object_type.property(annotated).is_some())
    })
}

/// The value of a property that the object must have.
pub fn required<T, E: de::Error>(slot: Option<T>, name: &'static str) -> Result<T, E> {
    slot.ok_or_else(|| {
        E::custom(format_args!(
            "the property `{name}` is missing: it is neither an `Option` nor `#[graph(default)]` in the struct"
        ))
    })
}

struct Through<T, C>(C, PhantomData<T>);

impl<'de, T, C: Codec<T>> DeserializeSeed<'de> for Through<T, C> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        self.0.read(deserializer)
    }
}

struct Nullable<T, C>(C, PhantomData<T>);

impl<'de, T, C: Codec<T>> DeserializeSeed<'de> for Nullable<T, C> {
    type Value = Option<T>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de, T, C: Codec<T>> Visitor<'de> for Nullable<T, C> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_unit<E>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_none<E>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        self.0.read(deserializer).map(Some)
    }
}

/// Text borrowed from the input where it can be.
pub(crate) struct Text<'de>(Cow<'de, str>);

impl Text<'_> {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'de> de::Deserialize<'de> for Text<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;

        impl<'de> Visitor<'de> for TextVisitor {
            type Value = Text<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }

            fn visit_string<E>(self, text: String) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(text)))
            }
        }

        deserializer.deserialize_str(TextVisitor)
    }
}

/// The qualified name of a type: `#microsoft.graph.user`, `microsoft.graph.user` and `https://…/$metadata#microsoft.graph.user` name the
/// same ("OData JSON Format", Control Information: type).
pub(crate) fn type_name(odata_type: &str) -> &str {
    odata_type
        .rsplit_once('#')
        .map_or(odata_type, |(_, name)| name)
}

/// Whether `name` is that of the type, in whatever letter case. One without a namespace is of that of the type.
pub(crate) fn is_name_of(name: &str, object_type: &TypeInfo) -> bool {
    let qualified = object_type.name();
    let expected = if name.contains('.') {
        qualified
    } else {
        qualified.rsplit('.').next().unwrap_or(qualified)
    };
    name.eq_ignore_ascii_case(expected)
}

fn check_type<E: de::Error>(expected: &TypeInfo, found: Option<Text<'_>>) -> Result<(), E> {
    let Some(Text(found)) = found else {
        return Ok(());
    };
    if found == expected.odata_type() {
        return Ok(());
    }
    let name = type_name(&found);
    if is_name_of(name, expected) {
        return Ok(());
    }
    Err(E::custom(format_args!(
        "the object is a {name}, expected a {}",
        expected.name()
    )))
}

#[cold]
fn refuse<E: de::Error>(expected: &TypeInfo, name: &str) -> E {
    let reason = match expected.property(name) {
        Some(property) if property.is_key() => "is the key",
        Some(property) if property.is_create_only() => "can be given on create only",
        Some(property) if !property.is_read_only() => {
            return E::custom(format_args!(
                "`{name}` is a relationship, which an update of {} sets by `{name}@odata.bind`",
                expected.name()
            ));
        }
        Some(_) => "is read-only",
        None => {
            return E::custom(format_args!(
                "`{name}` is not a property of {}",
                expected.name()
            ));
        }
    };
    E::custom(format_args!(
        "`{name}` {reason}, an update of {} cannot carry it",
        expected.name()
    ))
}
