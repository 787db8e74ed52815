use std::borrow::Cow;
use std::fmt;

use serde_core::de::{self, Deserializer, Visitor};
use serde_json::Value as Json;

use super::found::{Found, Members, Place, Refusal, fill};
use super::{ODATA_TYPE, StructuredType, TypeInfo};
use crate::Change;
use crate::edm::{Codec, DynamicChanges, DynamicProperties, Edm, PropertyValue};
use crate::json::trail;

/// The place where the properties of one object are gathered while it is read. Implemented by generated code.
pub trait ReadProperties<'de> {
    /// Has `reader` read the value of its property to the place of that, or tells it that there is none.
    fn property(&mut self, reader: PropertyReader<'_, 'de>) -> Result<(), Refusal>;
}

/// What happens to a property that an object has and its type does not declare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Undeclared {
    /// Skipped: a client must accept undeclared properties ("OData JSON Format", Relationship Between JSON and Types).
    Skip,
    /// An error: a patch that lost what it was told would say something else.
    Refuse,
}

/// Reads a value from any deserializer. Called by generated code.
pub fn any<'de, T: PropertyValue, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut value = None;
    fill(deserializer, &mut Value(&mut value, Edm))?;
    value.ok_or_else(|| de::Error::custom("there is no value"))
}

/// Reads an object of an entity or complex type. Called by generated code.
pub fn structured<T: StructuredType>(found: Found<'_, '_>) -> Result<T, Refusal> {
    let mut slots = T::Slots::default();
    object(found, &mut slots, T::TYPE, Undeclared::Skip)?;
    T::from_slots(&mut slots)
}

/// Reads a patch from any deserializer. Called by generated code.
pub fn any_patch<'de, O: ReadProperties<'de> + Default, D: Deserializer<'de>>(
    deserializer: D,
    object_type: &'static TypeInfo,
) -> Result<O, D::Error> {
    let mut patch = O::default();
    fill(deserializer, &mut Patch(&mut patch, object_type))?;
    Ok(patch)
}

/// Reads a patch. Called by generated code.
pub fn patch<'de, O: ReadProperties<'de> + Default>(
    found: Found<'_, 'de>,
    object_type: &'static TypeInfo,
) -> Result<O, Refusal> {
    let mut patch = O::default();
    object(found, &mut patch, object_type, Undeclared::Refuse)?;
    Ok(patch)
}

/// Reads one object in one pass, in whatever order its properties come.
fn object<'de>(
    found: Found<'_, 'de>,
    object: &mut dyn ReadProperties<'de>,
    object_type: &'static TypeInfo,
    undeclared: Undeclared,
) -> Result<(), Refusal> {
    let Found::Object(members) = found else {
        let name = object_type.name();
        return Err(found.unexpected(format_args!("an object of type {name}")));
    };
    members.properties(
        object,
        ObjectType {
            info: object_type,
            undeclared,
        },
    )
}

/// The type of an object that is read.
#[derive(Debug, Clone, Copy)]
pub struct ObjectType {
    info: &'static TypeInfo,
    undeclared: Undeclared,
}

/// The place of a patch.
struct Patch<'a, 'de>(&'a mut dyn ReadProperties<'de>, &'static TypeInfo);

impl<'de> Place<'de> for Patch<'_, 'de> {
    fn take(&mut self, found: Found<'_, 'de>) -> Result<(), Refusal> {
        object(found, self.0, self.1, Undeclared::Refuse)
    }
}

/// Reads the value of one property.
#[derive(Debug)]
pub struct PropertyReader<'a, 'de> {
    name: &'a str,
    members: &'a mut (dyn Members<'de> + 'a),
    object_type: ObjectType,
}

impl<'a, 'de> PropertyReader<'a, 'de> {
    pub(super) const fn new(
        name: &'a str,
        members: &'a mut (dyn Members<'de> + 'a),
        object_type: ObjectType,
    ) -> Self {
        Self {
            name,
            members,
            object_type,
        }
    }

    /// The name of the property.
    pub const fn name(&self) -> &'a str {
        self.name
    }

    /// A property that is not nullable.
    pub fn value<T: PropertyValue>(self, place: &mut Option<T>) -> Result<(), Refusal> {
        self.value_with(place, Edm)
    }

    /// A nullable property; `null` is `None`.
    pub fn optional<T: PropertyValue>(self, place: &mut Option<T>) -> Result<(), Refusal> {
        self.optional_with(place, Edm)
    }

    /// A nullable property of a patch; `null` clears.
    pub fn change<T: PropertyValue>(self, place: &mut Change<T>) -> Result<(), Refusal> {
        self.change_with(place, Edm)
    }

    /// A property of a patch that is not nullable; `null` is refused.
    pub fn replace<T: PropertyValue>(self, place: &mut Option<T>) -> Result<(), Refusal> {
        self.replace_with(place, Edm)
    }

    /// [`value`](Self::value) through a codec other than the type's own.
    pub fn value_with<T, C: Codec<T>>(
        self,
        place: &mut Option<T>,
        codec: C,
    ) -> Result<(), Refusal> {
        self.read(&mut Value(place, codec))
    }

    /// [`optional`](Self::optional) through a codec other than the type's own.
    pub fn optional_with<T, C: Codec<T>>(
        self,
        place: &mut Option<T>,
        codec: C,
    ) -> Result<(), Refusal> {
        self.read(&mut Nullable(place, codec))
    }

    /// [`change`](Self::change) through a codec other than the type's own.
    pub fn change_with<T, C: Codec<T>>(
        self,
        place: &mut Change<T>,
        codec: C,
    ) -> Result<(), Refusal> {
        let mut value = None;
        self.read(&mut Nullable(&mut value, codec))?;
        *place = Change::set_or_clear(value);
        Ok(())
    }

    /// [`replace`](Self::replace) through a codec other than the type's own.
    pub fn replace_with<T, C: Codec<T>>(
        self,
        place: &mut Option<T>,
        codec: C,
    ) -> Result<(), Refusal> {
        let name = self.name;
        let mut value = None;
        self.read(&mut Nullable(&mut value, codec))?;
        if value.is_none() {
            return Err(de::Error::custom(format_args!(
                "`{name}` is not nullable, and cannot be `null`"
            )));
        }
        *place = value;
        Ok(())
    }

    /// A property of an open type that it does not declare.
    pub fn dynamic(self, properties: &mut DynamicProperties) -> Result<(), Refusal> {
        // What is declared and has no place is never read.
        if self.name == ODATA_TYPE || self.object_type.info.property(self.name).is_some() {
            return self.undeclared();
        }
        let name = self.name;
        let mut value = None;
        self.read(&mut Value(&mut value, Edm))?;
        properties.insert(name, value.unwrap_or(Json::Null));
        Ok(())
    }

    /// A property of a patch of an open type that it does not declare; `null` clears.
    pub fn dynamic_change(self, changes: &mut DynamicChanges) -> Result<(), Refusal> {
        if self.name == ODATA_TYPE || self.object_type.info.property(self.name).is_some() {
            return self.undeclared();
        }
        let name = self.name;
        let mut value = None;
        self.read(&mut Nullable(&mut value, Edm))?;
        changes.put(name.to_owned(), Change::set_or_clear(value));
        Ok(())
    }

    /// A property that has no place.
    pub fn undeclared(self) -> Result<(), Refusal> {
        let name = self.name;
        if name == ODATA_TYPE {
            self.members.value(&mut TypeCheck(self.object_type.info))
        } else if self.object_type.undeclared == Undeclared::Skip
            || is_control_information(self.object_type.info, name)
        {
            self.members.skip()
        } else {
            Err(refuse(self.object_type.info, name))
        }
    }

    #[inline]
    fn read(self, place: &mut dyn Place<'de>) -> Result<(), Refusal> {
        self.members
            .value(place)
            .map_err(|refusal| without_value(self.object_type.info, self.name, refusal))
    }
}

/// What could not be read is part of the error, and of what is sensitive nothing may be.
#[cold]
fn without_value(object_type: &TypeInfo, name: &str, error: Refusal) -> Refusal {
    let error = trail::in_property(name, error);
    match object_type.property(name) {
        Some(property) if property.is_sensitive() => de::Error::custom(format_args!(
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
pub fn required<T>(slot: &mut Option<T>, name: &'static str) -> Result<T, Refusal> {
    match slot.take() {
        Some(value) => Ok(value),
        None => Err(missing(name)),
    }
}

/// The value of a nullable property. Called by generated code.
pub const fn nullable<T>(slot: &mut Option<T>) -> Option<T> {
    slot.take()
}

#[cold]
fn missing(name: &str) -> Refusal {
    de::Error::custom(format_args!(
        "the property `{name}` is missing: it is neither an `Option` nor `#[graph(default)]` in the struct"
    ))
}

/// The place of a value.
pub(crate) struct Value<'a, T, C>(pub(crate) &'a mut Option<T>, pub(crate) C);

impl<'de, T, C: Codec<T>> Place<'de> for Value<'_, T, C> {
    fn take(&mut self, found: Found<'_, 'de>) -> Result<(), Refusal> {
        *self.0 = Some(self.1.take(found)?);
        Ok(())
    }
}

/// The place of a value, or of `null`.
pub(crate) struct Nullable<'a, T, C>(pub(crate) &'a mut Option<T>, pub(crate) C);

impl<'de, T, C: Codec<T>> Place<'de> for Nullable<'_, T, C> {
    fn take(&mut self, found: Found<'_, 'de>) -> Result<(), Refusal> {
        *self.0 = match found {
            Found::Null => None,
            found => Some(self.1.take(found)?),
        };
        Ok(())
    }
}

/// Text borrowed from the input where it can be.
pub(crate) struct Text<'de>(pub(crate) Cow<'de, str>);

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

/// Looks at the name of the type of an object, if there is one.
struct TypeCheck(&'static TypeInfo);

impl<'de> Place<'de> for TypeCheck {
    fn take(&mut self, found: Found<'_, 'de>) -> Result<(), Refusal> {
        match found.as_text() {
            Some(found) => check_type(self.0, found),
            None if matches!(found, Found::Null) => Ok(()),
            None => Err(found.unexpected("a string")),
        }
    }
}

fn check_type(expected: &TypeInfo, found: &str) -> Result<(), Refusal> {
    if found == expected.odata_type() {
        return Ok(());
    }
    let name = type_name(found);
    if is_name_of(name, expected) {
        return Ok(());
    }
    Err(de::Error::custom(format_args!(
        "the object is a {name}, expected a {}",
        expected.name()
    )))
}

#[cold]
fn refuse(expected: &TypeInfo, name: &str) -> Refusal {
    let reason = match expected.property(name) {
        Some(property) if property.is_key() => "is the key",
        Some(property) if property.is_create_only() => "can be given on create only",
        Some(property) if !property.is_read_only() => {
            return de::Error::custom(format_args!(
                "`{name}` is a relationship, which an update of {} sets by `{name}@odata.bind`",
                expected.name()
            ));
        }
        Some(_) => "is read-only",
        None => {
            return de::Error::custom(format_args!(
                "`{name}` is not a property of {}",
                expected.name()
            ));
        }
    };
    de::Error::custom(format_args!(
        "`{name}` {reason}, an update of {} cannot carry it",
        expected.name()
    ))
}
