//! Rules about the path of a resource.

use syn::DeriveInput;
use syn::ext::IdentExt;

use crate::attr::{AnySlot, ResourceArguments};
use crate::diagnostics::Mistakes;
use crate::model::{Property, StructuredType};

/// A path that could not be read was already reported, and so was an unknown argument, which may have been meant for `path`.
pub(crate) fn path_is_given(
    input: &DeriveInput,
    arguments: &ResourceArguments,
    mistakes: &Mistakes,
) {
    let path = &arguments.of_address.path;
    if !path.is_present() && arguments.are_all_known {
        let help = format!(
            "write `#[graph_resource({} = \"/users\")]`, with the path after the version",
            path.name()
        );
        mistakes.report(&input.ident, "a resource needs a path", help);
    }
}

/// The parameters of the path and these properties are arguments of the same functions.
pub(super) fn parameters_are_distinct_from_properties(
    resource: &mut StructuredType<'_>,
    mistakes: &Mistakes,
) {
    let Some(address) = &mut resource.address else {
        return;
    };
    for property in &resource.properties {
        let name = property.ident.unraw();
        let Some((role, help)) = argument(property) else {
            continue;
        };
        if address.template.parameters.contains(&name) {
            let wrong = format!("the path parameter `{name}` has the same name as {role}");
            address.template.reject(&name, wrong, help, mistakes);
        }
    }
}

/// Returns what the property is called as an argument of a function, and what to do if a parameter has the same name.
fn argument(property: &Property<'_>) -> Option<(&'static str, &'static str)> {
    if property.is_key() {
        Some((
            "the key",
            "remove it if it is the key, which is added after the path; if not, rename it",
        ))
    } else if property.is_required() && property.is_creatable() {
        Some((
            "a required property",
            "rename the parameter: both are arguments of `create`",
        ))
    } else if property.is_alternate_key() {
        Some((
            "an alternate key",
            "rename the parameter: both are arguments of the functions for the alternate key",
        ))
    } else {
        None
    }
}
