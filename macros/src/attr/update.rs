//! The argument `update(…)`.

use proc_macro2::Ident;

use super::attribute_set::{AttributeSet, attribute_set, fill};
use super::entry::Entry;
use super::slot::{AnySlot, Slot};
use crate::diagnostics::Mistakes;

/// The HTTP method of an update.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum UpdateMethod {
    Patch,
    Put,
}

/// The form of an update: its method and its body.
pub(crate) struct UpdateForm {
    pub(crate) method: UpdateMethod,
    /// True if the body replaces the resource. A `PUT` always does.
    pub(crate) is_whole: bool,
    /// The argument that puts the key into the body.
    pub(crate) with_key: Option<Ident>,
}

impl UpdateForm {
    /// The form of an update without an argument.
    pub(crate) const PATCH: Self = Self {
        method: UpdateMethod::Patch,
        is_whole: false,
        with_key: None,
    };
}

attribute_set! {
    /// The arguments of `update(…)`.
    UpdateArguments {
        method: UpdateMethod = Slot::new("method", |entry, mistakes| {
            entry.one_of(&[("PATCH", UpdateMethod::Patch), ("PUT", UpdateMethod::Put)], mistakes)
        }),
        whole: () = Slot::flag("whole"),
        with_key: () = Slot::flag("with_key"),
    }
}

/// Reads `update(method = "PUT")` or `update(whole, with_key)`.
pub(super) fn read(argument: &Entry, mistakes: &Mistakes) -> Option<UpdateForm> {
    let Some(list) = argument.list().filter(|list| !list.is_empty()) else {
        mistakes.report(
            &argument.name,
            "`update` takes a method or `whole`",
            "write `update(method = \"PUT\")`, or `update(whole)` for a `PATCH` that replaces",
        );
        return None;
    };
    let mut arguments = UpdateArguments::empty();
    let noun = "argument of `update`";
    fill(&mut arguments.slots_mut(), noun, list, mistakes);
    let method = arguments.method.value().copied();
    let method = method.unwrap_or(UpdateMethod::Patch);
    Some(UpdateForm {
        method,
        is_whole: arguments.whole.is_given() || method == UpdateMethod::Put,
        with_key: arguments.with_key.given_name().cloned(),
    })
}
