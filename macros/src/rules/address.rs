//! Rules about the path of a resource.

use syn::DeriveInput;
use syn::ext::IdentExt;

use crate::attr::{AnySlot, ResourceArguments};
use crate::diagnostics::Mistakes;
use crate::model::{FUNCTIONS, Further, Property, StructuredType};
use crate::template::Template;

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
    let is_singleton = address.arguments.singleton.is_given();
    for property in &resource.properties {
        let name = property.ident.unraw();
        let is_read = property.is_key() && is_singleton;
        let Some((role, help)) = argument(property).filter(|_| !is_read) else {
            continue;
        };
        if address.template.parameters.contains(&name) {
            let wrong = format!("the path parameter `{name}` has the same name as {role}");
            address.template.reject(&name, wrong, help, mistakes);
        }
    }
}

pub(super) fn further_addresses_of_a_struct_are_distinct(
    resource: &mut StructuredType<'_>,
    mistakes: &Mistakes,
) {
    let taken = functions(resource.alternate_keys());
    let mut properties = resource.properties.iter();
    let key = properties.find(|property| property.is_key());
    let key = key.map(|key| key.ident.unraw().to_string());
    let key = key.filter(|_| resource.key().is_some());
    if let Some(address) = &mut resource.address {
        let path = &address.template.text;
        further_addresses_are_distinct(
            path,
            &mut address.further,
            &taken,
            key.as_deref(),
            mistakes,
        );
    }
}

/// A content whose function or path cannot be is left out of the generated code.
pub(super) fn contents_are_distinct(resource: &mut StructuredType<'_>, mistakes: &Mistakes) {
    let mut taken = functions(resource.alternate_keys());
    let Some(address) = &mut resource.address else {
        return;
    };
    taken.extend(
        address
            .further
            .iter()
            .map(|each| each.name.unraw().to_string()),
    );
    address.media.retain(|content| {
        let name = content.name.unraw().to_string();
        if taken.contains(&name) {
            let wrong = format!("`{name}` is the name of another function");
            let help = "give the content another name, such as `content`";
            mistakes.report(&content.name, wrong, help);
            return false;
        }
        taken.push(name);
        let segment = content.segment.value();
        let is_valid =
            |character: char| character.is_ascii_alphanumeric() || "$_.-".contains(character);
        if segment.is_empty() || !segment.chars().all(is_valid) {
            let wrong = format!(
                "\"{}\" is not the name of a content",
                segment.escape_debug()
            );
            let help = "write \"$value\", or the name of a stream property, such as \"content\"";
            mistakes.report(&content.segment, wrong, help);
            return false;
        }
        true
    });
}

/// A further address with a name that is not free is left out of the generated code.
pub(super) fn further_addresses_are_distinct(
    path: &str,
    addresses: &mut Vec<Further>,
    taken: &[String],
    key: Option<&str>,
    mistakes: &Mistakes,
) {
    let mut paths = vec![path.to_owned()];
    let mut names: Vec<String> = Vec::new();
    addresses.retain(|further| {
        let (name, path) = (further.name.unraw().to_string(), &further.template.text);
        if taken.contains(&name) || names.contains(&name) {
            let wrong = format!("`{name}` is the name of another function");
            let help = "give the address another name, such as `of_me`";
            mistakes.report(&further.name, wrong, help);
            return false;
        }
        if paths.contains(path) {
            let wrong = format!("`{path}` is an address already");
            mistakes.report(&further.name, wrong, "remove it");
        }
        paths.push(path.clone());
        names.push(name);
        true
    });
    let Some(key) = key else { return };
    for further in addresses.iter_mut().filter(|each| !each.is_singleton) {
        reject_key(&mut further.template, key, mistakes);
    }
}

/// Reports a parameter that has the name of the key, which is added after the path.
pub(super) fn reject_key(template: &mut Template, key: &str, mistakes: &Mistakes) {
    let mut parameters = template.parameters.iter();
    let Some(parameter) = parameters.find(|parameter| *parameter == key).cloned() else {
        return;
    };
    let wrong = format!("the path parameter `{key}` has the same name as the key");
    let help = "remove it if it is the key, which is added after the path; if not, rename it";
    template.reject(&parameter, wrong, help, mistakes);
}

/// Returns the names of the functions of a resource, apart from those for further addresses.
pub(super) fn functions<'a, 'p: 'a>(
    alternate_keys: impl IntoIterator<Item = &'a Property<'p>>,
) -> Vec<String> {
    let alternate_keys = alternate_keys.into_iter().flat_map(|key| {
        let verbs = ["get", "update", "replace", "upsert", "delete"];
        let key = key.ident.unraw().to_string();
        verbs.map(|verb| format!("{verb}_by_{}", key.trim_end_matches('_')))
    });
    let operations = FUNCTIONS.into_iter().map(str::to_owned);
    operations.chain(alternate_keys).collect()
}

/// Returns what the property is called as an argument of a function, and what to do if a parameter has the same name.
fn argument(property: &Property<'_>) -> Option<(&'static str, &'static str)> {
    if property.is_key() {
        Some((
            "the key",
            "remove it if it is the key, which is added after the path; if not, rename it",
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
