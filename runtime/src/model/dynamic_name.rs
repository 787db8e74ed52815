//! The names of dynamic properties: those that the type of an object leaves to its data.

use crate::edm::TypeInfo;
use crate::odata::names;

/// Returns whether the name is one that the type declares: a property, a reference to what a property is related to, or control
/// information of the object. Any other is the name of a dynamic property or of an annotation.
pub fn is_declared(object_type: &TypeInfo, name: &str) -> bool {
    name.starts_with(names::CONTROL)
        || object_type.property(name).is_some()
        || bound(object_type, name).is_some()
}

/// Returns the property that is set by the reference with this name, such as `manager@odata.bind`.
fn bound<'a>(object_type: &TypeInfo, name: &'a str) -> Option<&'a str> {
    let (annotated, term) = name.split_once('@')?;
    let is_bind = term == names::BIND && object_type.property(annotated).is_some();
    is_bind.then_some(annotated)
}

/// Returns the reason why an object has no dynamic property with this name.
#[cold]
pub(super) fn refusal(object_type: &TypeInfo, name: &str) -> String {
    let type_name = object_type.name();
    let reason = match object_type.property(name) {
        _ if name.starts_with(names::CONTROL) => {
            return format!("`{name}` is control information, and cannot be a dynamic property");
        }
        Some(property) if property.is_key() => "is the key",
        Some(property) if property.is_read_only() => "is a read-only property",
        Some(_) => "is a declared property",
        None => "sets a declared relationship",
    };
    format!(
        "`{name}` {reason} of {type_name}, and cannot be a dynamic property: use its own field or setter"
    )
}
