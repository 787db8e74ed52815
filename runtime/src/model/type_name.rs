//! The names of types in `@odata.type`.

use serde_core::de::Error as _;

use super::object_type::{ObjectType, OtherType};
use crate::edm::sink::NullableSink;
use crate::edm::{Edm, TypeInfo};
use crate::json::{self, Input, Sink, ValueError};
use crate::odata::names;

/// Returns the qualified name in an `@odata.type`: `#microsoft.graph.user`, `microsoft.graph.user` and
/// `https://…/$metadata#microsoft.graph.user` name the same type ("OData JSON Format", Control Information: type).
pub(crate) fn type_name(odata_type: &str) -> &str {
    odata_type
        .rsplit_once('#')
        .map_or(odata_type, |(_, name)| name)
}

/// Returns whether `name` is the name of the type, in any letter case. A name without a namespace is in the namespace of the type.
pub(crate) fn is_name_of(name: &str, object_type: &TypeInfo) -> bool {
    let qualified = object_type.name();
    let expected = if name.contains('.') {
        qualified
    } else {
        qualified.rsplit('.').next().unwrap_or(qualified)
    };
    name.eq_ignore_ascii_case(expected)
}

/// Returns whether `name` has the form of a qualified name, such as `microsoft.graph.user`.
pub(crate) fn is_qualified_name(name: &str) -> bool {
    let is_identifier = |part: &str| {
        let mut characters = part.chars();
        characters
            .next()
            .is_some_and(|first| first.is_alphabetic() || first == '_')
            && characters.all(|next| next.is_alphanumeric() || next == '_')
    };
    name.contains('.') && name.split('.').all(is_identifier)
}

/// The sink of an `@odata.type`.
pub(super) struct TypeSink<'a> {
    pub(super) object_type: &'a ObjectType,
    /// The field that receives the name, if there is one.
    pub(super) field: Option<&'a mut Option<String>>,
}

impl<'de> Sink<'de> for TypeSink<'_> {
    fn accept(&mut self, input: Input<'_, 'de>) -> Result<(), ValueError> {
        let Some(found) = input.as_text() else {
            return match input {
                Input::Null => Ok(()),
                input => Err(input.unexpected("a string")),
            };
        };
        if found != self.object_type.info.odata_type() {
            self.check(type_name(found))?;
        }
        if let Some(field) = &mut self.field {
            **field = Some(found.to_owned());
        }
        Ok(())
    }
}

impl TypeSink<'_> {
    #[cold]
    fn check(&self, found: &str) -> Result<(), ValueError> {
        let info = self.object_type.info;
        let expected = info.name();
        match self.object_type.other() {
            _ if is_name_of(found, info) => Ok(()),
            OtherType::Accept => Ok(()),
            OtherType::Receive if self.field.is_some() => Ok(()),
            OtherType::Receive => Err(ValueError::custom(format_args!(
                "the object is a {found}, but would be sent as a {expected}: add a field \
                 `#[graph(odata_type)]` of type `Option<String>` to its struct, which receives the name"
            ))),
            OtherType::Refuse => Err(ValueError::custom(format_args!(
                "the object is a {found}, expected a {expected}"
            ))),
        }
    }
}

/// Returns the `@odata.type` of the object in `json`, if an update has to name it because it is another than `info` describes.
pub(crate) fn other_type(json: &[u8], info: &TypeInfo) -> Option<String> {
    if !info.emits_type() || info.receives_type() {
        return None;
    }
    let mut found = Named(None);
    json::from_slice(json, &mut found).ok()?;
    let name = found.0?;
    let name = type_name(&name);
    (!is_name_of(name, info)).then(|| format!("#{name}"))
}

/// The sink of an object of which only the name of its type is kept.
struct Named(Option<String>);

impl<'de> Sink<'de> for Named {
    fn accept(&mut self, input: Input<'_, 'de>) -> Result<(), ValueError> {
        let Input::Object(members) = input else {
            return Ok(());
        };
        while let Some(name) = members.next_name()? {
            if name == names::TYPE {
                members.value(&mut NullableSink(&mut self.0, Edm))?;
            } else {
                members.skip()?;
            }
        }
        Ok(())
    }
}
