//! Rules about the types of fields.

use syn::Type;

use crate::diagnostics::Mistakes;
use crate::model::{Kind, Property, is_named, is_primitive, option_argument, vec_argument};

pub(super) fn option_is_not_nested(property: &Property<'_>, mistakes: &Mistakes) {
    if property.is_nested_option() {
        let help = "write `Option<T>`: a patch distinguishes absent, `null` and value by itself";
        mistakes.report(
            property.value_type,
            "an `Option` in an `Option` has no form in JSON",
            help,
        );
    }
}

/// The compiler has several errors for a type that is no property value, so those that a new user tries are reported here. The field
/// is excluded from the generated code.
pub(super) fn type_is_a_property_value(property: &mut Property<'_>, mistakes: &Mistakes) {
    let has_value = matches!(property.kind, Kind::Replaced | Kind::Navigation);
    if !has_value || property.with().is_some() {
        return;
    }
    let mut ty = property.value_type;
    while let Some(inner) = option_argument(ty).or_else(|| vec_argument(ty)) {
        ty = inner;
    }
    if let Some(help) = instead(ty) {
        mistakes.report(
            ty,
            "this type cannot be the value of a Graph property",
            help,
        );
        property.invalidate();
    }
}

/// Returns what to write instead of a type that is no property value.
fn instead(ty: &Type) -> Option<&'static str> {
    const TEXT: &str = "write `String`: the value is read from an answer and must own its text";
    const INTEGER: &str = "write `i32` or `i64`, the integers of Microsoft Graph";
    const COLLECTION: &str = "write `Vec<_>`: a collection of Microsoft Graph is ordered";
    const SHARED: &str = "write the type itself, or `Box<_>` where it contains itself";
    match ty {
        Type::Reference(reference) if is_named(&reference.elem, "str") => return Some(TEXT),
        Type::Reference(_) => {
            return Some("write the type itself: a value owns what it was read from");
        }
        Type::Array(_) | Type::Slice(_) => return Some(COLLECTION),
        Type::Tuple(_) => {
            return Some("write a struct with `#[graph_complex]`: an object has named properties");
        }
        _ => {}
    }
    let is_any = |names: &[&str]| names.iter().any(|name| is_named(ty, name));
    if is_named(ty, "HashMap") {
        Some("write `BTreeMap<String, _>`, which has the same order in each request")
    } else if is_any(&["BTreeSet", "HashSet", "LinkedList", "VecDeque"]) {
        Some(COLLECTION)
    } else if is_any(&["Arc", "Rc"]) {
        Some(SHARED)
    } else if is_any(&["Instant", "SystemTime"]) {
        Some("write `time::OffsetDateTime`, with the feature `time` of `graph-resource`")
    } else if is_primitive(ty) && is_any(&["char", "str"]) {
        Some(TEXT)
    } else if is_primitive(ty) && is_any(&["i128", "isize", "u16", "u32", "u64", "u128", "usize"]) {
        Some(INTEGER)
    } else {
        None
    }
}
