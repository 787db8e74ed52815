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

/// A further address with a name that is not free is left out of the generated code.
pub(super) fn further_addresses_are_distinct(
    resource: &mut StructuredType<'_>,
    mistakes: &Mistakes,
) {
    let taken = functions(resource);
    let Some(address) = &mut resource.address else {
        return;
    };
    let mut paths = vec![address.template.text.clone()];
    let mut names: Vec<String> = Vec::new();
    address.further.retain(|further| {
        let (name, path) = (further.name.unraw().to_string(), &further.template.text);
        if taken.contains(&name) || names.contains(&name) {
            let wrong = format!("`{name}` is the name of another function of the resource");
            let help = "give the address another name, such as `of_me`";
            mistakes.report(&further.name, wrong, help);
            return false;
        }
        if paths.contains(path) {
            let wrong = format!("`{path}` is an address of the resource already");
            mistakes.report(&further.name, wrong, "remove it");
        }
        paths.push(path.clone());
        names.push(name);
        true
    });
    let key = resource.properties.iter().find(|each| each.is_key());
    let Some(key) = key.map(|key| key.ident.unraw()) else {
        return;
    };
    for further in &mut address.further {
        if !further.is_singleton && further.template.parameters.contains(&key) {
            let wrong = format!("the path parameter `{key}` has the same name as the key");
            let help =
                "remove it if it is the key, which is added after the path; if not, rename it";
            further.template.reject(&key, wrong, help, mistakes);
        }
    }
}

/// Returns the names of the functions of the resource, apart from those for further addresses.
fn functions(resource: &StructuredType<'_>) -> Vec<String> {
    let operations = [
        "list",
        "get",
        "create",
        "create_from",
        "update",
        "replace",
        "delete",
    ];
    let alternate_keys = resource.alternate_keys().flat_map(|key| {
        let verbs = ["get", "update", "replace", "upsert", "delete"];
        let key = key.ident.unraw().to_string();
        verbs.map(|verb| format!("{verb}_by_{}", key.trim_end_matches('_')))
    });
    let operations = operations.into_iter().map(str::to_owned);
    operations.chain(alternate_keys).collect()
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
