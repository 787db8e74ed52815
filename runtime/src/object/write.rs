use std::borrow::Cow;
use std::fmt;

use serde_core::ser::Serializer;

use super::TypeInfo;
use super::pretty::pretty;
use super::writer;
pub use super::writer::{Object, PropertyWriter, WriteProperties};
use crate::Endpoint;
use crate::edm::Form;

/// Room for a patch of some ten short properties; larger bodies grow.
const INITIAL_CAPACITY: usize = 512;

/// An object that stands for itself. In a request, what is read-only is left out. Called by generated code.
pub const fn object<'a>(
    properties: &'a dyn WriteProperties,
    object_type: &'static TypeInfo,
    form: Form<'a>,
) -> Object<'a> {
    Object {
        properties,
        info: object_type,
        emits_type: object_type.emits_type(),
        leaves_out_read_only: form.is_request(),
        form,
    }
}

/// [`object`], with `@odata.type` whatever the type says.
pub(crate) const fn typed_object<'a>(
    properties: &'a dyn WriteProperties,
    object_type: &'static TypeInfo,
    form: Form<'a>,
) -> Object<'a> {
    Object {
        emits_type: true,
        ..object(properties, object_type, form)
    }
}

/// A patch, or the part of one about a property that is merged: there is nothing in it that is read-only. Called by generated code.
pub const fn patch<'a>(
    properties: &'a dyn WriteProperties,
    object_type: &'static TypeInfo,
    form: Form<'a>,
) -> Object<'a> {
    Object {
        leaves_out_read_only: false,
        ..object(properties, object_type, form)
    }
}

/// Writes a patch outside of a request. Called by generated code.
pub fn any_patch<S: Serializer>(
    properties: &dyn WriteProperties,
    object_type: &'static TypeInfo,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    patch(properties, object_type, Form::Request { endpoint: None }).to(serializer)
}

/// The JSON of an object, and whether it has properties besides `@odata.type`.
pub type Written = Result<(Vec<u8>, bool), serde_json::Error>;

/// `properties` as the body of a request to `endpoint`. Public for what measures it.
pub fn body(
    properties: &dyn WriteProperties,
    object_type: &'static TypeInfo,
    endpoint: Option<&Endpoint>,
) -> Written {
    json(properties, object_type, Form::Request { endpoint })
}

fn json(
    properties: &dyn WriteProperties,
    object_type: &'static TypeInfo,
    form: Form<'_>,
) -> Written {
    let mut json = Vec::with_capacity(INITIAL_CAPACITY);
    let has_properties = patch(properties, object_type, form).to_json(&mut json)?;
    Ok((json, has_properties))
}

/// Whether there is nothing to write.
pub(crate) fn is_empty(properties: &dyn WriteProperties) -> bool {
    writer::is_empty(properties)
}

/// Writes the name of the type and its JSON, `sensitive` properties masked. What `Debug` of generated types prints.
pub fn debug(
    properties: &dyn WriteProperties,
    object_type: &'static TypeInfo,
    name: &str,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    match json(properties, object_type, Form::Masked) {
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
