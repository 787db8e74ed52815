//! The argument `also(…)`: further addresses.

use proc_macro2::Ident;

use super::attribute_set::{AttributeSet, attribute_set, fill};
use super::entry::Entry;
use super::known::KnownNames;
use super::list::entries;
use super::slot::Slot;
use crate::diagnostics::Mistakes;
use crate::template::Template;

/// A further address of a resource.
pub(crate) struct FurtherAddress {
    /// The name of the function for it.
    pub(crate) name: Ident,
    pub(crate) template: Template,
    /// True if the path is that of the resource itself, even if the resource has a key.
    pub(crate) is_singleton: bool,
}

attribute_set! {
    /// The arguments of a further address.
    FurtherArguments {
        path: Template = Slot::new("path", template),
        singleton: () = Slot::flag("singleton"),
    }
}

fn template(entry: &Entry, mistakes: &Mistakes) -> Option<Template> {
    let literal = entry.string("/me/messages", mistakes)?;
    Some(Template::parse(&literal, mistakes))
}

/// Reads `also(me = "/me/messages", owner(path = "/me/owner", singleton))`.
pub(super) fn read(argument: &Entry, mistakes: &Mistakes) -> Option<Vec<FurtherAddress>> {
    let Some(list) = argument.list().filter(|list| !list.is_empty()) else {
        mistakes.report(
            &argument.name,
            "`also` takes a list of at least one further address",
            "write, for example, `also(me = \"/me/messages\")`, with the name of a function for each path",
        );
        return None;
    };
    let known = KnownNames {
        noun: "address",
        names: &["me"],
    };
    let addresses = entries(list, known, mistakes).entries;
    let addresses = addresses
        .iter()
        .filter_map(|entry| address(entry, mistakes));
    Some(addresses.collect())
}

fn address(entry: &Entry, mistakes: &Mistakes) -> Option<FurtherAddress> {
    let name = entry.name.clone();
    let Some(list) = entry.list() else {
        return Some(FurtherAddress {
            name,
            template: template(entry, mistakes)?,
            is_singleton: false,
        });
    };
    let mut arguments = FurtherArguments::empty();
    let noun = "argument of an address";
    let are_all_known = fill(&mut arguments.slots_mut(), noun, list, mistakes);
    let Some(template) = arguments.path.value() else {
        if !arguments.path.is_present() && are_all_known {
            let help = format!("write `{name}(path = \"/me\", singleton)`");
            mistakes.report(&name, "an address needs a path", help);
        }
        return None;
    };
    Some(FurtherAddress {
        name,
        template: template.clone(),
        is_singleton: arguments.singleton.is_given(),
    })
}
