//! Rules about the address of a union.

use super::address::reject_key;
use crate::attr::{AnySlot, Operation, UnionArguments};
use crate::diagnostics::Mistakes;
use crate::model::UnionAddress;

/// The other arguments say nothing about a union that is only the type of properties.
pub(super) fn address_has_a_path(arguments: &UnionArguments, mistakes: &Mistakes) {
    if arguments.path.is_present() {
        return;
    }
    let others: [&dyn AnySlot; 5] = [
        &arguments.also,
        &arguments.version,
        &arguments.operations,
        &arguments.singleton,
        &arguments.odata_type,
    ];
    for slot in others {
        if let Some(given) = slot.given_name() {
            let name = slot.name();
            let wrong = format!("`{name}` needs a `path`");
            let help = "write `path = \"/directoryObjects\"` beside it, or remove it: a union without a path is the type of properties";
            mistakes.report(given, wrong, help);
        }
    }
}

pub(super) fn operations_fit_the_address(arguments: &UnionArguments, mistakes: &Mistakes) {
    let declared = arguments.operations.value().into_iter().flatten();
    for (ident, operation) in declared {
        if *operation == Operation::Create {
            let help = "remove it, and give the struct of each derived type the same path: it has the `create`";
            mistakes.report(
                ident,
                "an item is created as one of the derived types",
                help,
            );
        } else if *operation == Operation::List && arguments.singleton.is_given() {
            let help = "remove `list`, or `singleton` if the path is that of a collection";
            mistakes.report(ident, "a singleton is at its path alone", help);
        }
    }
}

pub(super) fn no_parameter_is_the_key(address: &mut UnionAddress, mistakes: &Mistakes) {
    if !address.is_singleton {
        reject_key(&mut address.template, UnionAddress::KEY, mistakes);
    }
}
