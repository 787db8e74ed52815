//! Rules about actions and functions.

use syn::ext::IdentExt;
use syn::{Data, DeriveInput, Fields, FieldsNamed};

use super::{address, names, setters, shape, types};
use crate::attr::{AttributeSet, CallableArguments};
use crate::diagnostics::Mistakes;
use crate::model::{Callable, CallableKind};

/// The attributes of a field that a parameter can have.
const OF_PARAMETERS: [&str; 4] = ["rename", "sensitive", "with", "setter"];

/// Returns the fields of a struct without generic parameters. There may be none.
pub(crate) fn named_parameters<'a>(
    input: &'a DeriveInput,
    kind: CallableKind,
    mistakes: &Mistakes,
) -> Option<&'a FieldsNamed> {
    if !input.generics.params.is_empty() {
        let wrong = format!("{} cannot have generic parameters", kind.noun());
        mistakes.report(&input.generics, wrong, "remove them");
        return None;
    }
    if let Data::Struct(data) = &input.data
        && matches!(data.fields, Fields::Unit)
    {
        let wrong = format!("{} without parameters needs braces", kind.noun());
        let help = format!("write `struct {} {{}}`", input.ident);
        mistakes.report(&input.ident, wrong, help);
        return None;
    }
    shape::named_fields(input, kind.noun(), mistakes)
}

/// A path that could not be read was already reported, and so was an unknown argument, which may have been meant for `path`.
pub(crate) fn callable_has_a_path(
    input: &DeriveInput,
    kind: CallableKind,
    (arguments, are_all_known): (&CallableArguments, bool),
    mistakes: &Mistakes,
) {
    if !arguments.path.is_present() && are_all_known {
        let wrong = format!("{} needs a path", kind.noun());
        let help = format!(
            "write `#[{}(path = \"/users/{{user_id}}/sendMail\")]`, with the path after the version",
            kind.macro_name()
        );
        mistakes.report(&input.ident, wrong, help);
    }
}

/// Checks an action or a function.
pub(crate) fn check_callable(callable: &mut Callable<'_>, mistakes: &Mistakes) {
    let path = callable.template.text.clone();
    let taken = ["call".to_owned()];
    address::further_addresses_are_distinct(&path, &mut callable.further, &taken, None, mistakes);
    parameters_are_distinct_from_those_of_the_path(callable, mistakes);
    content_is_one_parameter(callable, mistakes);
    parameters_are_plain(callable, mistakes);
    if callable.arguments.content_type.is_given() {
        return;
    }
    let parameters = &mut callable.parameters;
    for property in &mut parameters.properties {
        types::type_is_a_property_value(property, mistakes);
    }
    setters::setters_are_distinct(&mut parameters.properties, mistakes);
    for property in &parameters.properties {
        types::option_is_not_nested(property, mistakes);
        setters::setter_is_generated(property, mistakes);
    }
    names::wire_names_are_distinct(parameters, mistakes);
}

fn parameters_are_plain(callable: &Callable<'_>, mistakes: &Mistakes) {
    for property in &callable.parameters.properties {
        for slot in property.attributes.slots() {
            if let Some(given) = slot.given_name()
                && !OF_PARAMETERS.contains(&slot.name())
            {
                let wrong = format!("`{}` is not for a parameter", slot.name());
                let help = "remove it: a parameter is an `Option` if a call can leave it out";
                mistakes.report(given, wrong, help);
            }
        }
    }
}

/// They are arguments of the same functions.
fn parameters_are_distinct_from_those_of_the_path(
    callable: &mut Callable<'_>,
    mistakes: &Mistakes,
) {
    let names: Vec<_> = callable
        .required()
        .map(|property| property.ident.unraw())
        .collect();
    let further = callable
        .further
        .iter_mut()
        .map(|further| &mut further.template);
    for template in further.chain([&mut callable.template]) {
        for name in &names {
            if template.parameters.contains(name) {
                let wrong = format!("the path parameter `{name}` has the same name as a field");
                let help = "rename one of them: both are arguments of the same function";
                template.reject(name, wrong, help, mistakes);
            }
        }
    }
}

fn content_is_one_parameter(callable: &Callable<'_>, mistakes: &Mistakes) {
    let Some(content_type) = callable.arguments.content_type.get() else {
        return;
    };
    if callable.kind == CallableKind::Function {
        let wrong = "a function has no body";
        mistakes.report(content_type, wrong, "remove it, or write `#[graph_action]`");
    }
    match &*callable.parameters.properties {
        [content] if !content.is_nullable => {}
        _ => {
            let wrong = "a body that is not JSON is one field";
            let help = "write one field of the type `Bytes`, `Vec<u8>` or `String`, or remove `content_type`";
            mistakes.report(content_type, wrong, help);
        }
    }
}
