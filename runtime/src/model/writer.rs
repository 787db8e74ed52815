use std::borrow::Cow;

use serde_core::Serialize;
use serde_core::ser::{self, SerializeMap as _, Serializer};

use super::content::Content;
use super::dynamic_name::{is_declared, refusal};
use super::type_name::type_name;
use crate::change::Change;
use crate::edm::codec::InForm;
use crate::edm::{
    Codec, DynamicChanges, DynamicProperties, Edm, EdmType, Form, PropertyValue, TypeInfo,
};
use crate::endpoint::Endpoint;
use crate::json::erased::{Entries, MapEntries};
use crate::json::{Nested, check_value};
use crate::odata::{extension, names};

/// A writer of the properties of one object, which leaves out those that its form excludes.
///
/// It is one type for all formats and purposes, so that generated code is compiled once. The first error is kept and ends the writing.
pub struct PropertyWriter<'a> {
    output: Output<'a>,
    object_type: &'static TypeInfo,
    form: Form<'a>,
    content: Content,
    /// `true` if some properties may be left out or masked.
    is_selective: bool,
    /// The service that a request with directory extensions goes to.
    extended: Option<&'a Endpoint>,
    has_properties: bool,
    /// The name of the type that was received with the object, if nothing is written.
    received_type: Option<String>,
    error: Option<String>,
}

enum Output<'a> {
    /// JSON, in which the object begins at this position.
    ///
    /// Names are copied without escaping: the macros accept none that needs it.
    Json(&'a mut Vec<u8>, usize),
    /// Any other format.
    Entries(&'a mut dyn Entries),
    /// Nothing: only the presence of properties and the name of the type are of interest.
    Nothing,
}

/// An object whose properties can be written one after the other: a resource, a complex type, or the patch of one.
///
/// Only generated code implements this trait.
pub trait WriteProperties {
    /// Writes each property to `writer`.
    #[doc(hidden)]
    fn write(&self, writer: &mut PropertyWriter<'_>);
}

/// The text in place of a sensitive value.
const MASK: &str = "[redacted]";

/// An object without properties.
impl WriteProperties for () {
    fn write(&self, _: &mut PropertyWriter<'_>) {}
}

/// The properties of two objects, one after the other.
impl WriteProperties for (&dyn WriteProperties, &dyn WriteProperties) {
    fn write(&self, writer: &mut PropertyWriter<'_>) {
        self.0.write(writer);
        self.1.write(writer);
    }
}

/// An object, and the form in which it is written.
#[allow(clippy::struct_field_names, reason = "`type` is taken")]
#[derive(Clone, Copy)]
pub(super) struct Object<'a> {
    pub(super) properties: &'a dyn WriteProperties,
    pub(super) info: &'static TypeInfo,
    pub(super) emits_type: bool,
    /// The name of the type, if it is not the declared one.
    pub(super) odata_type: Option<&'a str>,
    pub(super) content: Content,
    pub(super) form: Form<'a>,
}

impl<'a> Object<'a> {
    const fn writer<'w>(self, output: Output<'w>) -> PropertyWriter<'w>
    where
        'a: 'w,
    {
        PropertyWriter {
            output,
            object_type: self.info,
            form: self.form,
            content: self.content,
            extended: match self.form {
                Form::Request { endpoint } if self.info.has_extensions() => endpoint,
                _ => None,
            },
            is_selective: self.info.has_extensions()
                || !matches!(
                    (self.content, self.form),
                    (Content::All, Form::Representation | Form::Request { .. })
                ),
            has_properties: false,
            received_type: None,
            error: None,
        }
    }

    /// Returns the name of the type to write.
    fn type_name(&self) -> Option<Cow<'a, str>> {
        if self.info.receives_type() {
            return self.received_type();
        }
        let declared = || self.emits_type.then_some(self.info.odata_type());
        self.odata_type.or_else(declared).map(Cow::Borrowed)
    }

    /// Returns the name of the type of an object that may have received one. A request leaves it out if it is the declared one, which its
    /// requests do not name.
    #[cold]
    fn received_type(&self) -> Option<Cow<'a, str>> {
        let declared = self.info.odata_type();
        if let Some(given) = self.odata_type {
            return Some(Cow::Borrowed(given));
        }
        let mut writer = self.writer(Output::Nothing);
        self.properties.write(&mut writer);
        match writer.received_type {
            Some(received)
                if self.emits_type || !self.form.is_request() || received != declared =>
            {
                Some(Cow::Owned(received))
            }
            _ => self.emits_type.then_some(Cow::Borrowed(declared)),
        }
    }

    /// Writes the object as JSON, `@odata.type` first. Returns whether it has other properties.
    pub(super) fn to_json(self, json: &mut Vec<u8>) -> Result<bool, serde_json::Error> {
        let _nested = Nested::enter().map_err(ser::Error::custom)?;
        let start = json.len();
        if let Some(odata_type) = self.type_name() {
            push_name(json, start, names::TYPE);
            push_quoted(json, &odata_type);
        }
        let mut writer = self.writer(Output::Json(json, start));
        self.properties.write(&mut writer);
        let PropertyWriter {
            has_properties,
            error,
            ..
        } = writer;
        if let Some(error) = error {
            return Err(ser::Error::custom(error));
        }
        if json.len() == start {
            json.push(b'{');
        }
        json.push(b'}');
        Ok(has_properties)
    }

    /// Writes the object in any format.
    pub(super) fn to<S: Serializer>(self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut entries = MapEntries(serializer.serialize_map(None)?);
        self.to_entries(&mut entries).map_err(ser::Error::custom)?;
        entries.0.end()
    }

    /// Writes the members of the object, `@odata.type` first.
    pub(super) fn to_entries(self, entries: &mut dyn Entries) -> Result<(), String> {
        let _nested = Nested::enter().map_err(|error| error.to_string())?;
        if let Some(odata_type) = self.type_name() {
            entries.entry(names::TYPE, &odata_type)?;
        }
        let mut writer = self.writer(Output::Entries(entries));
        self.properties.write(&mut writer);
        writer.error.map_or(Ok(()), Err)
    }
}

/// Returns whether the object has no properties to write.
pub(crate) fn is_empty(properties: &dyn WriteProperties) -> bool {
    static ANY: TypeInfo = TypeInfo::new("", false, &[]);
    let object = Object {
        properties,
        info: &ANY,
        emits_type: false,
        odata_type: None,
        content: Content::All,
        form: Form::Request { endpoint: None },
    };
    let mut writer = object.writer(Output::Nothing);
    properties.write(&mut writer);
    !writer.has_properties
}

impl PropertyWriter<'_> {
    /// Writes a property.
    pub fn value<T: PropertyValue>(&mut self, name: &str, value: &T) {
        self.value_with(name, value, Edm);
    }

    /// Writes a property unless it is `None`.
    // If it were inlined, a program would have a copy for each property.
    #[inline(never)]
    pub fn optional<T: PropertyValue>(&mut self, name: &str, value: &Option<T>) {
        self.optional_with(name, value, Edm);
    }

    /// Writes a collection unless it is empty.
    #[allow(clippy::ptr_arg, reason = "the property is the `Vec`")]
    pub fn filled<T: PropertyValue>(&mut self, name: &str, collection: &Vec<T>) {
        if !collection.is_empty() {
            self.value(name, collection);
        }
    }

    /// Writes a property of a patch: nothing, `null` or a value.
    // As `optional`.
    #[inline(never)]
    pub fn change<T: PropertyValue>(&mut self, name: &str, change: &Change<T>) {
        self.change_with(name, change, Edm);
    }

    /// Writes a property, as [`value`](Self::value), by another codec than that of the type.
    pub fn value_with<T, C: Codec<T>>(&mut self, name: &str, value: &T, codec: C) {
        if !self.begins(name) {
            return;
        }
        let form = self.form;
        let written = match &mut self.output {
            Output::Json(json, start) => {
                push_name(json, *start, name);
                codec
                    .write_json(value, json, form)
                    .map_err(|error| error.to_string())
            }
            Output::Entries(entries) => entries.entry(name, &InForm { value, codec, form }),
            Output::Nothing => Ok(()),
        };
        self.end(name, written);
    }

    /// Writes a property unless it is `None`, as [`optional`](Self::optional), by another codec than that of the type.
    pub fn optional_with<T, C: Codec<T>>(&mut self, name: &str, value: &Option<T>, codec: C) {
        if let Some(value) = value {
            self.value_with(name, value, codec);
        }
    }

    /// Writes a property, or `null` for `None` where a value without the property would not clear it: in a value that a request replaces.
    pub fn optional_or_null<T: PropertyValue>(&mut self, name: &str, value: &Option<T>) {
        self.optional_or_null_with(name, value, Edm);
    }

    /// Writes a property, as [`optional_or_null`](Self::optional_or_null), by another codec than that of the type.
    pub fn optional_or_null_with<T, C: Codec<T>>(
        &mut self,
        name: &str,
        value: &Option<T>,
        codec: C,
    ) {
        match value {
            Some(value) => self.value_with(name, value, codec),
            None if self.form.is_request() && self.content.writes_null() => self.null(name),
            None => {}
        }
    }

    /// Writes a property of a patch, as [`change`](Self::change), by another codec than that of the type.
    pub fn change_with<T, C: Codec<T>>(&mut self, name: &str, change: &Change<T>, codec: C) {
        match change {
            Change::Keep => {}
            Change::Clear => self.null(name),
            Change::Set(value) => self.value_with(name, value, codec),
        }
    }

    /// Returns the name that a directory extension has here: in a request, that of the application. Without one, it is not written.
    #[cold]
    pub fn extension_name(&self, declared: &'static str) -> Cow<'static, str> {
        let app = self.extended.and_then(Endpoint::extension_app);
        let app = app.filter(|_| self.content.includes(self.object_type, declared));
        let name = app.and_then(|app| app.name_of(declared));
        name.map_or(Cow::Borrowed(declared), Cow::Owned)
    }

    /// Writes the annotation that tells the type of a property, if a request carries a value whose JSON does not: that of a dynamic property is
    /// taken for text or for a truth value otherwise ("Assign, update, list, or remove custom security attributes").
    pub fn type_annotation(
        &mut self,
        name: &str,
        annotation: &'static str,
        edm_type: EdmType,
        is_set: bool,
    ) {
        let is_needed = !matches!(edm_type, EdmType::String | EdmType::Boolean);
        if !(is_set && is_needed && self.form.is_request() && self.begins(name)) {
            return;
        }
        let name_of_type = format!("#{}", edm_type.to_string().replace("Edm.", ""));
        match &mut self.output {
            Output::Json(json, start) => {
                push_name(json, *start, annotation);
                push_quoted(json, &name_of_type);
            }
            Output::Entries(entries) => {
                let written = entries.entry(annotation, &name_of_type);
                self.end(annotation, written);
            }
            Output::Nothing => {}
        }
    }

    /// Names the type that was received with the object. It comes first, so it is asked for before the properties.
    pub fn odata_type(&mut self, received: &Option<String>) {
        if let (Output::Nothing, Some(received)) = (&self.output, received) {
            self.received_type = Some(format!("#{}", type_name(received)));
        }
    }

    /// Writes the dynamic properties of an open type. Of their annotations, a request for the whole resource carries the types only.
    pub fn dynamic(&mut self, properties: &DynamicProperties) {
        for (name, value) in properties.iter() {
            if self.content.is_resource() && is_written_by_the_service(name) {
                continue;
            }
            match check_value(value) {
                Err(error) if self.error.is_none() => self.fail(name, &error.to_string()),
                _ => self.entry(name, value),
            }
        }
    }

    /// Writes the changes of dynamic properties.
    pub fn dynamic_changes(&mut self, changes: &DynamicChanges) {
        for (name, change) in changes.iter() {
            self.entry(name, change);
        }
    }

    fn null(&mut self, name: &str) {
        if !self.begins(name) {
            return;
        }
        match &mut self.output {
            Output::Json(json, start) => {
                push_name(json, *start, name);
                json.extend_from_slice(b"null");
            }
            Output::Entries(entries) => {
                let written = entries.entry(name, &());
                self.end(name, written);
            }
            Output::Nothing => {}
        }
    }

    /// Writes a dynamic property.
    fn entry(&mut self, name: &str, value: &impl Serialize) {
        if self.error.is_some() {
            return;
        }
        self.has_properties = true;
        if self.form == Form::Masked && self.object_type.masks(name) {
            return self.dynamic_value(name, &MASK);
        }
        if self.form != Form::Masked {
            self.error = self.refusal(name);
        }
        if self.error.is_none() {
            self.dynamic_value(name, value);
        }
    }

    /// Returns why a dynamic property cannot have this name: it is that of a declared one.
    fn refusal(&self, name: &str) -> Option<String> {
        if is_declared(self.object_type, name) {
            return Some(refusal(self.object_type, name));
        }
        let own = self.extended?.extension_app();
        let (_, declared) = extension::of_app(name).filter(|(app, _)| own == Some(*app))?;
        is_declared(self.object_type, &declared).then(|| refusal(self.object_type, &declared))
    }

    /// Writes a value whose name comes from data and may need escaping.
    fn dynamic_value(&mut self, name: &str, value: &impl Serialize) {
        let written = match &mut self.output {
            Output::Json(json, start) => push_dynamic(json, *start, name, value),
            Output::Entries(entries) => entries.entry(name, value),
            Output::Nothing => Ok(()),
        };
        self.end(name, written);
    }

    /// Returns whether the value of the property is to be written.
    fn begins(&mut self, name: &str) -> bool {
        if self.error.is_some() || (self.is_selective && !self.selects(name)) {
            return false;
        }
        self.has_properties = true;
        true
    }

    /// Returns whether an object that is not written as it is contains the value of the property. A sensitive one is masked here, and an
    /// extension without an application is an error.
    #[inline(never)]
    fn selects(&mut self, name: &str) -> bool {
        if !self.content.includes(self.object_type, name) {
            return false;
        }
        if self.form == Form::Masked && self.object_type.masks(name) {
            self.has_properties = true;
            self.mask(name);
            return false;
        }
        if let Some(graph) = self.extended
            && graph.extension_app().is_none()
            && self
                .object_type
                .property(name)
                .is_some_and(|property| property.is_extension())
        {
            self.fail(name, extension::NO_APP);
            return false;
        }
        true
    }

    #[cold]
    fn mask(&mut self, name: &str) {
        match &mut self.output {
            Output::Json(json, start) => {
                push_name(json, *start, name);
                push_quoted(json, MASK);
            }
            Output::Entries(entries) => {
                let written = entries.entry(name, &MASK);
                self.end(name, written);
            }
            Output::Nothing => {}
        }
    }

    fn end(&mut self, name: &str, written: Result<(), String>) {
        if let Err(error) = written {
            self.fail(name, &error);
        }
    }

    /// Keeps the error with the name of its property.
    #[cold]
    fn fail(&mut self, name: &str, error: &str) {
        self.error = Some(format!("{name}: {error}"));
    }
}

/// Returns whether `name` is that of control information or of an annotation other than the type of a property.
fn is_written_by_the_service(name: &str) -> bool {
    name.split_once('@')
        .is_some_and(|(annotated, term)| annotated.is_empty() || term != "odata.type")
}

fn push_dynamic(
    json: &mut Vec<u8>,
    start: usize,
    name: &str,
    value: &impl Serialize,
) -> Result<(), String> {
    json.push(separator(json, start));
    let written = serde_json::to_writer(&mut *json, name).and_then(|()| {
        json.push(b':');
        serde_json::to_writer(&mut *json, value)
    });
    written.map_err(|error| error.to_string())
}

/// Writes the name of a member, after the separator.
fn push_name(json: &mut Vec<u8>, start: usize, name: &str) {
    json.reserve(name.len() + 4);
    json.push(separator(json, start));
    json.push(b'"');
    json.extend_from_slice(name.as_bytes());
    json.extend_from_slice(b"\":");
}

/// Returns the character before a member.
const fn separator(json: &[u8], start: usize) -> u8 {
    if json.len() == start { b'{' } else { b',' }
}

fn push_quoted(json: &mut Vec<u8>, text: &str) {
    json.reserve(text.len() + 2);
    json.push(b'"');
    json.extend_from_slice(text.as_bytes());
    json.push(b'"');
}
