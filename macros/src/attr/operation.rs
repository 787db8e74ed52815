//! The argument `operations(…)`.

use proc_macro2::Ident;

use super::entry::Entry;
use super::known::KnownNames;
use super::list::entries;
use crate::diagnostics::Mistakes;

/// An operation of a resource.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Operation {
    List,
    Get,
    Create,
    Update,
    Delete,
}

impl Operation {
    /// Every operation, with its name.
    pub(crate) const ALL: [(&'static str, Self); 5] = [
        ("list", Self::List),
        ("get", Self::Get),
        ("create", Self::Create),
        ("update", Self::Update),
        ("delete", Self::Delete),
    ];
}

/// Reads `operations(list, get)`.
///
/// Returns `None` if an operation is not understood: then all operations are generated, because one too many does less harm
/// than a missing one that other code calls.
pub(super) fn read(argument: &Entry, mistakes: &Mistakes) -> Option<Vec<(Ident, Operation)>> {
    let Some(list) = argument.list().filter(|list| !list.is_empty()) else {
        mistakes.report(
            &argument.name,
            "`operations` takes a list of at least one operation",
            "write, for example, `operations(get, update)`",
        );
        return None;
    };
    let names = Operation::ALL.map(|(name, _)| name);
    let known = KnownNames {
        noun: "operation",
        names: &names,
    };
    let mut operations: Vec<(Ident, Operation)> = Vec::new();
    let read = entries(list, known, mistakes);
    let mut are_understood = read.is_complete;
    for entry in read.entries {
        let found = known
            .find(&entry, mistakes)
            .and_then(|index| Operation::ALL.get(index));
        let Some((name, operation)) = found else {
            are_understood = false;
            continue;
        };
        entry.flag(mistakes);
        if operations.iter().any(|(_, first)| first == operation) {
            let wrong = format!("duplicate operation `{name}`");
            mistakes.report(&entry.name, wrong, "write it once");
        } else {
            operations.push((entry.name, *operation));
        }
    }
    are_understood.then_some(operations)
}
