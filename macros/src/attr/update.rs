//! The argument `update(…)`.

use super::attribute_set::{AttributeSet, attribute_set, fill};
use super::entry::Entry;
use super::slot::Slot;
use crate::diagnostics::Mistakes;

/// The HTTP method of an update.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum UpdateMethod {
    Patch,
    Put,
}

attribute_set! {
    /// The arguments of `update(…)`.
    UpdateArguments {
        method: UpdateMethod = Slot::new("method", |entry, mistakes| {
            entry.one_of(&[("PATCH", UpdateMethod::Patch), ("PUT", UpdateMethod::Put)], mistakes)
        }),
    }
}

/// Reads `update(method = "PUT")`.
pub(super) fn read(argument: &Entry, mistakes: &Mistakes) -> Option<UpdateMethod> {
    let Some(list) = argument.list().filter(|list| !list.is_empty()) else {
        mistakes.report(
            &argument.name,
            "`update` takes a method",
            "write `update(method = \"PUT\")`",
        );
        return None;
    };
    let mut arguments = UpdateArguments::empty();
    let noun = "argument of `update`";
    fill(&mut arguments.slots_mut(), noun, list, mistakes);
    arguments.method.value().copied()
}
