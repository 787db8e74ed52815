use std::borrow::Cow;
use std::fmt;

use serde_core::ser::Serializer;

use super::content::Content;
use super::writer::{Object, WriteProperties};
use crate::edm::{Form, TypeInfo};
use crate::endpoint::Endpoint;
use crate::json::erased::Entries;
use crate::json::pretty;

/// The initial capacity of a body: enough for a patch of some ten short properties; larger bodies grow.
const INITIAL_CAPACITY: usize = 512;

/// Describes a whole object for writing. In a request, read-only properties are left out.
pub(super) const fn object<'a>(
    properties: &'a dyn WriteProperties,
    object_type: &'static TypeInfo,
    form: Form<'a>,
) -> Object<'a> {
    Object {
        properties,
        info: object_type,
        emits_type: object_type.emits_type(),
        odata_type: None,
        content: if form.is_request() {
            Content::Writable
        } else {
            Content::All
        },
        form,
    }
}

/// Describes a whole object for writing with `@odata.type`, even if the type does not emit it.
pub(super) const fn typed_object<'a>(
    properties: &'a dyn WriteProperties,
    object_type: &'static TypeInfo,
    form: Form<'a>,
) -> Object<'a> {
    Object {
        emits_type: true,
        ..object(properties, object_type, form)
    }
}

/// Describes a patch for writing. It has no read-only properties.
pub(super) const fn patch<'a>(
    properties: &'a dyn WriteProperties,
    object_type: &'static TypeInfo,
    form: Form<'a>,
) -> Object<'a> {
    Object {
        content: Content::All,
        ..object(properties, object_type, form)
    }
}

/// Writes the members of an object into `entries`, if there are any to write to. Returns that it is an object.
pub(super) fn write_entries(
    object: Object<'_>,
    entries: Option<&mut dyn Entries>,
) -> Result<bool, String> {
    entries.map_or(Ok(()), |entries| object.to_entries(entries))?;
    Ok(true)
}

/// Writes the members of a whole object into `entries`.
pub(super) fn write_object(
    properties: &dyn WriteProperties,
    object_type: &'static TypeInfo,
    entries: &mut dyn Entries,
) -> Result<(), String> {
    object(properties, object_type, Form::Representation).to_entries(entries)
}

/// Writes a patch to any format, outside of a request. Called by generated code.
pub fn serialize_patch<S: Serializer>(
    properties: &dyn WriteProperties,
    object_type: &'static TypeInfo,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    patch(properties, object_type, Form::Request { endpoint: None }).to(serializer)
}

/// The JSON of an object, and whether it has properties other than `@odata.type`.
pub(crate) type Written = Result<(Vec<u8>, bool), serde_json::Error>;

/// Writes `properties` as the body of a request to `endpoint`, with `odata_type` as the name of the type, if it is not the declared one.
pub fn body(
    properties: &dyn WriteProperties,
    object_type: &'static TypeInfo,
    endpoint: Option<&Endpoint>,
    odata_type: Option<&str>,
) -> Written {
    written(Object {
        odata_type,
        ..patch(properties, object_type, Form::Request { endpoint })
    })
}

/// Writes a whole resource as the body of a request to `endpoint`.
pub(crate) fn resource_body(
    resource: &dyn WriteProperties,
    object_type: &'static TypeInfo,
    content: Content,
    endpoint: Option<&Endpoint>,
    odata_type: Option<&str>,
) -> Written {
    let form = Form::Request { endpoint };
    written(Object {
        odata_type,
        content,
        ..object(resource, object_type, form)
    })
}

fn written(object: Object<'_>) -> Written {
    let mut json = Vec::with_capacity(INITIAL_CAPACITY);
    let has_properties = object.to_json(&mut json)?;
    Ok((json, has_properties))
}

/// Writes the name of the type and the JSON of the object with `sensitive` properties masked. Called by generated `Debug`.
pub fn debug(
    properties: &dyn WriteProperties,
    object_type: &'static TypeInfo,
    name: &str,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    match written(patch(properties, object_type, Form::Masked)) {
        Ok((json, _)) => {
            let json = String::from_utf8_lossy(&json);
            let json = if f.alternate() {
                Cow::Owned(pretty(&json))
            } else {
                json
            };
            write!(f, "{name} {json}")
        }
        Err(error) => write!(f, "{name} {{ /* {error} */ }}"),
    }
}
