//! The names of types in `@odata.type`.

use serde_core::de::Error as _;

use crate::edm::TypeInfo;
use crate::json::{Input, Sink, ValueError};

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

/// The sink of an `@odata.type`, which accepts the name of one type only.
pub(super) struct TypeCheck(pub(super) &'static TypeInfo);

impl<'de> Sink<'de> for TypeCheck {
    fn accept(&mut self, input: Input<'_, 'de>) -> Result<(), ValueError> {
        match input.as_text() {
            Some(found) => check_type(self.0, found),
            None if matches!(input, Input::Null) => Ok(()),
            None => Err(input.unexpected("a string")),
        }
    }
}

fn check_type(expected: &TypeInfo, found: &str) -> Result<(), ValueError> {
    if found == expected.odata_type() {
        return Ok(());
    }
    let name = type_name(found);
    if is_name_of(name, expected) {
        return Ok(());
    }
    Err(ValueError::custom(format_args!(
        "the object is a {name}, expected a {}",
        expected.name()
    )))
}
