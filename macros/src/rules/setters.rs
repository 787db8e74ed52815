//! Rules about setters.

use std::collections::HashMap;

use quote::format_ident;
use syn::ext::IdentExt;

use crate::attr::AnySlot;
use crate::diagnostics::Mistakes;
use crate::model::{Kind, Property};

/// The methods of the generated types that are not setters, and those of traits that a setter would hide: `Patch::default()` and
/// `patch.clone()` would not compile.
const RESERVED: [&str; 8] = [
    "apply_to",
    "between",
    "clone",
    "default",
    "is_empty",
    "send",
    "send_with_response",
    "to_http_request",
];

/// A setter that collides gets the name that the message suggests.
pub(super) fn setters_are_distinct(properties: &mut [Property<'_>], mistakes: &Mistakes) {
    // The name of the property, by the name of the method.
    let mut seen: HashMap<String, String> = HashMap::new();
    for property in properties
        .iter_mut()
        .filter(|property| property.has_setter() && property.kind != Kind::Base)
    {
        let methods = methods(property);
        let Some(wrong) = collision(property, &methods, &seen) else {
            let name = property.ident.to_string();
            seen.extend(methods.into_iter().map(|method| (method, name.clone())));
            continue;
        };
        let setter = property.setter().unraw();
        let other = format_ident!("set_{setter}", span = property.ident.span());
        let slot = &property.attributes.setter;
        let help = format!("rename it: `#[graph({} = \"{other}\")]`", slot.name());
        match slot.get() {
            Some(given) => mistakes.report(&given.value, wrong, help),
            None => mistakes.report(property.ident, wrong, help),
        }
        property.rename_setter(other);
    }
}

/// Returns the message if a method of the property has the name of another one.
fn collision(
    property: &Property<'_>,
    methods: &[String],
    seen: &HashMap<String, String>,
) -> Option<String> {
    let setter = property.setter().unraw().to_string();
    if RESERVED.contains(&setter.as_str()) || setter.starts_with("with_") {
        return Some(format!(
            "the setter `{setter}` has the same name as another generated method"
        ));
    }
    methods.iter().find_map(|method| {
        let other = seen.get(method)?;
        Some(format!(
            "`{other}` and `{}` have the same setter `{method}`",
            property.ident
        ))
    })
}

/// Returns the names of the methods that set the property.
fn methods(property: &Property<'_>) -> Vec<String> {
    let mut methods = vec![property.setter().unraw()];
    if property.is_clearable() {
        methods.extend([property.clear_setter(), property.setter_or_clear()]);
    }
    if property.kind == Kind::Extra {
        methods.extend([
            property.clear_setter(),
            property.setter_typed(),
            property.change_setter(),
        ]);
    }
    methods.iter().map(ToString::to_string).collect()
}

pub(super) fn setter_is_generated(property: &Property<'_>, mistakes: &Mistakes) {
    let slot = &property.attributes.setter;
    let Some(setter) = slot.get() else { return };
    if property.access.is_control_information() || property.has_setter() {
        return;
    }
    let why = if property.is_creatable() {
        "it is a field of the struct that `create` takes"
    } else {
        "no request can carry it"
    };
    let wrong = format!("`{}` has no setter: {why}", property.ident);
    mistakes.report(setter, wrong, format!("remove `{}`", slot.name()));
}
