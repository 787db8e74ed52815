use serde_core::de::{self, Deserializer};
use serde_json::Value as Json;

use super::type_name::TypeCheck;
use crate::change::Change;
use crate::edm::sink::{CodecSink, NullableSink, of_missing};
use crate::edm::{Codec, DynamicChanges, DynamicProperties, Edm, EdmType, PropertyValue, TypeInfo};
use crate::json::{Input, MemberVisitor, Members, Sink, ValueError, path, read_into};
use crate::odata::names;

/// A destination of the properties of one object. Implemented by generated code.
#[doc(hidden)]
pub trait ReadProperties<'de> {
    /// Reads the property of `reader` into its field, or calls its `undeclared`.
    fn property(&mut self, reader: PropertyReader<'_, 'de>) -> Result<(), ValueError>;
}

/// The treatment of properties that the type of an object does not declare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Undeclared {
    /// They are skipped: a client must accept undeclared properties ("OData JSON Format", Relationship Between JSON and Types).
    Skip,
    /// They are errors: a patch without one of its properties would have another meaning.
    Refuse,
}

/// Reads a patch from any deserializer. Called by generated code.
pub fn deserialize_patch<'de, O: ReadProperties<'de> + Default, D: Deserializer<'de>>(
    deserializer: D,
    object_type: &'static TypeInfo,
) -> Result<O, D::Error> {
    let mut patch = O::default();
    read_into(deserializer, &mut PatchSink(&mut patch, object_type))?;
    Ok(patch)
}

/// Reads one object in one pass, with its properties in any order.
pub(super) fn read_object<'de>(
    input: Input<'_, 'de>,
    object: &mut dyn ReadProperties<'de>,
    info: &'static TypeInfo,
    undeclared: Undeclared,
) -> Result<(), ValueError> {
    let Input::Object(members) = input else {
        let name = info.name();
        return Err(input.unexpected(format_args!("an object of type {name}")));
    };
    let object_type = ObjectType { info, undeclared };
    members.visit(&mut ObjectVisitor {
        object,
        object_type,
    })
}

/// The type of an object that is read.
#[derive(Debug, Clone, Copy)]
struct ObjectType {
    info: &'static TypeInfo,
    undeclared: Undeclared,
}

struct ObjectVisitor<'a, 'de> {
    object: &'a mut dyn ReadProperties<'de>,
    object_type: ObjectType,
}

impl<'de> MemberVisitor<'de> for ObjectVisitor<'_, 'de> {
    fn member(&mut self, name: &str, members: &mut dyn Members<'de>) -> Result<(), ValueError> {
        self.object.property(PropertyReader {
            name,
            members,
            object_type: self.object_type,
        })
    }
}

/// The sink of a patch.
struct PatchSink<'a, 'de>(&'a mut dyn ReadProperties<'de>, &'static TypeInfo);

impl<'de> Sink<'de> for PatchSink<'_, 'de> {
    fn accept(&mut self, input: Input<'_, 'de>) -> Result<(), ValueError> {
        read_object(input, self.0, self.1, Undeclared::Refuse)
    }
}

/// The reader of one property of an object.
#[derive(Debug)]
pub struct PropertyReader<'a, 'de> {
    name: &'a str,
    members: &'a mut (dyn Members<'de> + 'a),
    object_type: ObjectType,
}

impl<'a, 'de> PropertyReader<'a, 'de> {
    /// Returns the name of the property.
    pub const fn name(&self) -> &'a str {
        self.name
    }

    /// Reads a property that is not nullable.
    pub fn value<T: PropertyValue>(self, field: &mut Option<T>) -> Result<(), ValueError> {
        self.value_with(field, Edm)
    }

    /// Reads a nullable property; `null` is `None`.
    pub fn optional<T: PropertyValue>(self, field: &mut Option<T>) -> Result<(), ValueError> {
        self.optional_with(field, Edm)
    }

    /// Reads a nullable property of a patch; `null` clears.
    pub fn change<T: PropertyValue>(self, field: &mut Change<T>) -> Result<(), ValueError> {
        self.change_with(field, Edm)
    }

    /// Reads a property of a patch that is not nullable; `null` is rejected.
    pub fn replace<T: PropertyValue>(self, field: &mut Option<T>) -> Result<(), ValueError> {
        self.replace_with(field, Edm)
    }

    /// Reads a property that is not nullable, as [`value`](Self::value), by another codec than that of the type.
    pub fn value_with<T, C: Codec<T>>(
        self,
        field: &mut Option<T>,
        codec: C,
    ) -> Result<(), ValueError> {
        self.read(&mut CodecSink(field, codec))
    }

    /// Reads a nullable property, as [`optional`](Self::optional), by another codec than that of the type.
    pub fn optional_with<T, C: Codec<T>>(
        self,
        field: &mut Option<T>,
        codec: C,
    ) -> Result<(), ValueError> {
        self.read(&mut NullableSink(field, codec))
    }

    /// Reads a nullable property of a patch, as [`change`](Self::change), by another codec than that of the type.
    pub fn change_with<T, C: Codec<T>>(
        self,
        field: &mut Change<T>,
        codec: C,
    ) -> Result<(), ValueError> {
        let mut value = None;
        self.read(&mut NullableSink(&mut value, codec))?;
        *field = Change::set_or_clear(value);
        Ok(())
    }

    /// Reads a property of a patch that is not nullable, as [`replace`](Self::replace), by another codec than that of the type.
    pub fn replace_with<T, C: Codec<T>>(
        self,
        field: &mut Option<T>,
        codec: C,
    ) -> Result<(), ValueError> {
        let name = self.name;
        let mut value = None;
        self.read(&mut NullableSink(&mut value, codec))?;
        if value.is_none() {
            return Err(de::Error::custom(format_args!(
                "`{name}` is not nullable, and cannot be `null`"
            )));
        }
        *field = value;
        Ok(())
    }

    /// Reads a dynamic property of an open type.
    pub fn dynamic(self, properties: &mut DynamicProperties) -> Result<(), ValueError> {
        // A declared property without a field is never read.
        if self.name == names::TYPE || self.object_type.info.property(self.name).is_some() {
            return self.undeclared();
        }
        let name = self.name;
        let mut value = None;
        self.read(&mut CodecSink(&mut value, Edm))?;
        properties.insert(name, value.unwrap_or(Json::Null));
        Ok(())
    }

    /// Reads a dynamic property of a patch of an open type; `null` clears.
    pub fn dynamic_change(self, changes: &mut DynamicChanges) -> Result<(), ValueError> {
        if self.name == names::TYPE || self.object_type.info.property(self.name).is_some() {
            return self.undeclared();
        }
        let name = self.name;
        let mut value = None;
        self.read(&mut NullableSink(&mut value, Edm))?;
        changes.put(name.to_owned(), Change::set_or_clear(value));
        Ok(())
    }

    /// Skips or rejects a property that has no field.
    pub fn undeclared(self) -> Result<(), ValueError> {
        let name = self.name;
        if name == names::TYPE {
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
    fn read(self, sink: &mut dyn Sink<'de>) -> Result<(), ValueError> {
        self.members
            .value(sink)
            .map_err(|error| locate(self.object_type.info, self.name, error))
    }
}

/// Adds the location to an error, and removes the value of a sensitive property from it.
#[cold]
fn locate(object_type: &TypeInfo, name: &str, error: ValueError) -> ValueError {
    let error = path::in_property(name, error);
    match object_type.property(name) {
        Some(property) if property.is_sensitive() => de::Error::custom(format_args!(
            "the value of `{name}`, which is sensitive, cannot be read"
        )),
        _ => error,
    }
}

/// Returns whether the name is control information of the object (`@odata.context`) or of a declared property (`subject@odata.type`).
/// A bind is not: it is a change.
fn is_control_information(object_type: &TypeInfo, name: &str) -> bool {
    name.split_once('@').is_some_and(|(annotated, term)| {
        annotated.is_empty() || (term != names::BIND && object_type.property(annotated).is_some())
    })
}

/// A property that the object must have, but has not.
#[derive(Debug)]
pub struct MissingProperty(&'static str);

/// Takes the value of a property that the object must have, unless it is a collection or a map.
pub(super) fn required<T: PropertyValue>(
    field: &mut Option<T>,
    name: &'static str,
) -> Result<T, MissingProperty> {
    match field.take() {
        Some(value) => Ok(value),
        None => of_missing().ok_or(MissingProperty(name)),
    }
}

/// Takes the value of a property that the object must have, and that is read through a codec other than the type's own. Called by
/// generated code.
pub fn required_with<T>(field: &mut Option<T>, name: &'static str) -> Result<T, MissingProperty> {
    match field.take() {
        Some(value) => Ok(value),
        None => Err(MissingProperty(name)),
    }
}

/// Takes the value of a nullable property. Called by generated code.
pub const fn nullable<T>(field: &mut Option<T>) -> Option<T> {
    field.take()
}

/// Returns the error that an object of this type lacks a property.
#[cold]
pub(super) fn missing(
    object_type: &TypeInfo,
    MissingProperty(name): MissingProperty,
) -> ValueError {
    let edm_type = object_type
        .property(name)
        .map_or(EdmType::Untyped, |property| property.edm_type());
    de::Error::custom(format_args!(
        "the property `{name}` is missing ({edm_type} of {}): `$select` decides what is answered, and the struct declares it neither as an \
         `Option` nor with `#[graph(default)]`",
        object_type.name()
    ))
}

#[cold]
fn refuse(expected: &TypeInfo, name: &str) -> ValueError {
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
