use serde_core::de::{self, Deserializer};
use serde_json::Value as Json;

use super::dynamic_name::is_declared;
use super::object_type::{ObjectType, Purpose, Role};
use super::type_name::TypeSink;
use crate::change::Change;
use crate::edm::dynamic_entry::ChangeSink;
use crate::edm::sink::{CodecSink, NullableSink, PresentSink, of_missing, reads_null_as_empty};
use crate::edm::{
    Codec, DynamicChanges, DynamicProperties, Edm, EdmType, EntryChange, PropertyValue, TypeInfo,
};
use crate::json::path::PathRecorder;
use crate::json::{Input, MemberVisitor, Members, Nested, Sink, ValueError, path, read_into};
use crate::odata::{ExtensionApp, extension, names};

/// A destination of the properties of one object. Implemented by generated code.
#[doc(hidden)]
pub trait ReadProperties<'de> {
    /// Reads the property of `reader` into its field, or calls its `undeclared`.
    fn property(&mut self, reader: PropertyReader<'_, 'de>) -> Result<(), ValueError>;
}

/// Reads a patch from any deserializer. Called by generated code.
pub fn deserialize_patch<'de, O: ReadProperties<'de> + Default, D: Deserializer<'de>>(
    deserializer: D,
    object_type: &'static TypeInfo,
) -> Result<O, D::Error> {
    let mut patch = O::default();
    let recorder = PathRecorder::begin();
    let read = read_into(deserializer, &mut PatchSink(&mut patch, object_type));
    match read {
        Ok(()) => Ok(patch),
        Err(error) => Err(at(&recorder.end().0, error)),
    }
}

/// Adds the path of a value to an error that does not begin with its name.
#[cold]
fn at<E: de::Error>(path: &str, error: E) -> E {
    let message = error.to_string();
    if path == path::ROOT || message.starts_with(&format!("`{path}`")) {
        return error;
    }
    // The end of the message is the position in the text, which is read from there again.
    E::custom(format_args!("at `{path}`: {message}"))
}

/// Reads one object in one pass, with its properties in any order.
pub(super) fn read_object<'de>(
    input: Input<'_, 'de>,
    object: &mut dyn ReadProperties<'de>,
    info: &'static TypeInfo,
    role: Role,
) -> Result<(), ValueError> {
    let Input::Object(members) = input else {
        let name = info.name();
        return Err(input.unexpected(format_args!("an object of type {name}")));
    };
    let place = Nested::in_object();
    let purpose = match role {
        Role::Patch => Purpose::Patch,
        _ if place.is_lossless() => Purpose::Part,
        _ => Purpose::Answer,
    };
    let object_type = ObjectType {
        info,
        role,
        place,
        purpose,
    };
    let visitor = ObjectVisitor {
        object,
        object_type,
    };
    if purpose == Purpose::Part {
        return members.visit(&mut PartVisitor(visitor));
    }
    if purpose == Purpose::Answer && info.has_extensions() {
        return members.visit(&mut ExtendedVisitor::new(visitor));
    }
    let mut visitor = visitor;
    members.visit(&mut visitor)
}

/// Reads a patch, in which nothing may be left out.
pub(super) fn read_patch<'de>(
    input: Input<'_, 'de>,
    patch: &mut dyn ReadProperties<'de>,
    info: &'static TypeInfo,
) -> Result<(), ValueError> {
    let _lossless = Nested::losslessly();
    read_object(input, patch, info, Role::Patch)
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
            object_type: &self.object_type,
        })
    }
}

/// The visitor of a whole value in a patch.
struct PartVisitor<'a, 'de>(ObjectVisitor<'a, 'de>);

impl<'de> MemberVisitor<'de> for PartVisitor<'_, 'de> {
    fn member(&mut self, name: &str, members: &mut dyn Members<'de>) -> Result<(), ValueError> {
        require_sendable(self.0.object_type.info, name)?;
        self.0.member(name, members)
    }
}

/// The visitor of an answer of a type with directory extensions, which gives them the names that the struct declares.
///
/// A patch has those names: it does not belong to an application before it is sent.
struct ExtendedVisitor<'a, 'de> {
    object: ObjectVisitor<'a, 'de>,
    /// The application whose extensions are read. If it is not known, that of the first extension.
    app: Option<ExtensionApp>,
    is_known: bool,
}

impl<'a, 'de> ExtendedVisitor<'a, 'de> {
    fn new(object: ObjectVisitor<'a, 'de>) -> Self {
        let app = ExtensionApp::current();
        Self {
            object,
            app,
            is_known: app.is_some(),
        }
    }

    /// Returns the name that the struct declares for an extension of the application.
    fn declared(&mut self, name: &str) -> Result<Option<String>, ValueError> {
        let Some((app, declared)) = extension::of_app(name) else {
            return Ok(None);
        };
        let info = self.object.object_type.info;
        if !is_property_or_annotation(info, &declared) {
            return Ok(None);
        }
        if *self.app.get_or_insert(app) == app {
            return Ok(Some(declared));
        }
        if self.is_known {
            return Ok(None);
        }
        let wrong = format_args!(
            "{} has extensions of two applications: read it by a client with `extension_app`",
            info.name()
        );
        Err(path::in_property(name, de::Error::custom(wrong)))
    }
}

fn is_property_or_annotation(info: &TypeInfo, name: &str) -> bool {
    let annotated = name.split_once('@').map_or(name, |(name, _)| name);
    info.property(annotated)
        .is_some_and(|property| property.is_extension())
}

impl<'de> MemberVisitor<'de> for ExtendedVisitor<'_, 'de> {
    fn member(&mut self, name: &str, members: &mut dyn Members<'de>) -> Result<(), ValueError> {
        match self.declared(name)? {
            Some(declared) => self.object.member(&declared, members),
            None => self.object.member(name, members),
        }
    }
}

/// The sink of a patch.
struct PatchSink<'a, 'de>(&'a mut dyn ReadProperties<'de>, &'static TypeInfo);

impl<'de> Sink<'de> for PatchSink<'_, 'de> {
    fn accept(&mut self, input: Input<'_, 'de>) -> Result<(), ValueError> {
        read_patch(input, self.0, self.1)
    }
}

/// The reader of one property of an object.
#[derive(Debug)]
pub struct PropertyReader<'a, 'de> {
    name: &'a str,
    members: &'a mut (dyn Members<'de> + 'a),
    object_type: &'a ObjectType,
}

impl<'a, 'de> PropertyReader<'a, 'de> {
    /// Returns the name of the property.
    pub const fn name(&self) -> &'a str {
        self.name
    }

    /// Returns whether the object is a value in a patch, which has properties that no answer has.
    pub fn is_sent(&self) -> bool {
        self.object_type.purpose == Purpose::Part
    }

    /// Reads a property that is not nullable.
    pub fn value<T: PropertyValue>(self, field: &mut Option<T>) -> Result<(), ValueError> {
        if reads_null_as_empty::<T>() && self.is_sent() {
            return self.read(&mut PresentSink(&mut CodecSink(field, Edm)));
        }
        self.value_with(field, Edm)
    }

    /// Reads a nullable property; `null` is `None`.
    pub fn optional<T: PropertyValue>(self, field: &mut Option<T>) -> Result<(), ValueError> {
        self.optional_with(field, Edm)
    }

    /// Reads a property that is not nullable, and that no request carries.
    pub fn received<T: PropertyValue>(self, field: &mut Option<T>) -> Result<(), ValueError> {
        let _received = Nested::in_received();
        self.value(field)
    }

    /// Reads a nullable property that no request carries; `null` is `None`.
    pub fn received_optional<T: PropertyValue>(
        self,
        field: &mut Option<T>,
    ) -> Result<(), ValueError> {
        let _received = Nested::in_received();
        self.optional(field)
    }

    /// Reads the name of the type of the object into the field that receives it.
    pub fn odata_type(self, field: &mut Option<String>) -> Result<(), ValueError> {
        self.members.value(&mut TypeSink {
            object_type: self.object_type,
            field: Some(field),
        })
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
        if self.is_sent() {
            return self.sent_optional(field, codec);
        }
        self.read(&mut NullableSink(field, codec))
    }

    /// Reads a nullable property of a value in a patch, which is `null` only if a request carries that.
    #[cold]
    #[inline(never)]
    fn sent_optional<T, C: Codec<T>>(
        self,
        field: &mut Option<T>,
        codec: C,
    ) -> Result<(), ValueError> {
        let (name, info) = (self.name, self.object_type.info);
        self.read(&mut NullableSink(field, codec))?;
        if field.is_none() {
            return require_null(info, name);
        }
        Ok(())
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
            let wrong = format_args!("`{name}` is not nullable, and cannot be `null`");
            return Err(path::in_property(name, de::Error::custom(wrong)));
        }
        *field = value;
        Ok(())
    }

    /// Reads a dynamic property of an open type.
    pub fn dynamic(self, properties: &mut DynamicProperties) -> Result<(), ValueError> {
        // A declared property without a field is never read.
        if is_declared(self.object_type.info, self.name) {
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
        if is_declared(self.object_type.info, self.name) {
            return self.undeclared();
        }
        let name = self.name;
        let mut value = None;
        self.read(&mut NullableSink(&mut value, Edm))?;
        changes.put(
            name.to_owned(),
            value.map_or(EntryChange::Remove, EntryChange::Set),
        );
        Ok(())
    }

    /// Reads a dynamic property of a patch of an open type whose objects are merged; `null` clears.
    pub fn dynamic_merge(self, changes: &mut DynamicChanges) -> Result<(), ValueError> {
        if is_declared(self.object_type.info, self.name) {
            return self.undeclared();
        }
        let name = self.name;
        let mut change = None;
        self.read(&mut ChangeSink(&mut change))?;
        changes.put(name.to_owned(), change.unwrap_or(EntryChange::Remove));
        Ok(())
    }

    /// Skips or rejects a property that has no field.
    pub fn undeclared(self) -> Result<(), ValueError> {
        let name = self.name;
        if name == names::TYPE {
            self.members.value(&mut TypeSink {
                object_type: self.object_type,
                field: None,
            })
        } else if self.object_type.purpose == Purpose::Answer
            || is_control_information(self.object_type.info, name)
        {
            self.members.skip()
        } else {
            Err(path::in_property(name, refuse(self.object_type.info, name)))
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
/// A bind is not: it is a change. Nor is an annotation with a term of another vocabulary: it is data.
fn is_control_information(object_type: &TypeInfo, name: &str) -> bool {
    name.split_once('@').is_some_and(|(annotated, term)| {
        term.starts_with("odata.")
            && (annotated.is_empty()
                || (term != names::BIND && object_type.property(annotated).is_some()))
    })
}

/// Fails if a request would leave the property out of a whole value.
fn require_sendable(object_type: &TypeInfo, name: &str) -> Result<(), ValueError> {
    let Some(property) = object_type.property(name) else {
        return Ok(());
    };
    let reason = if property.is_navigation() {
        "a relationship, which no request carries"
    } else if property.is_read_only() {
        "read-only, and no request carries it"
    } else {
        return Ok(());
    };
    let type_name = object_type.name();
    let wrong = format_args!("`{name}` of {type_name} is {reason}");
    Err(path::in_property(name, de::Error::custom(wrong)))
}

/// Fails unless a request carries the `null` of a property of a whole value.
#[cold]
fn require_null(object_type: &TypeInfo, name: &str) -> Result<(), ValueError> {
    if object_type
        .property(name)
        .is_some_and(|property| property.writes_null())
    {
        return Ok(());
    }
    let wrong = format_args!(
        "`{name}` is `null`, which a whole {} leaves out: declare it with `#[graph(write_null)]`, or leave it out",
        object_type.name()
    );
    Err(path::in_property(name, de::Error::custom(wrong)))
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
    path::in_incomplete(de::Error::custom(format_args!(
        "the property `{name}` is missing ({edm_type} of {}): `$select` decides what is answered, and the struct declares it neither as an \
         `Option` nor with `#[graph(default)]`",
        object_type.name()
    )))
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
