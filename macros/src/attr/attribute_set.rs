//! The attributes that one kind of item accepts.

use proc_macro2::TokenStream;
use syn::Attribute;

use super::entry::Entry;
use super::graph;
use super::known::KnownNames;
use super::list::entries;
use super::slot::AnySlot;
use crate::diagnostics::Mistakes;

/// A set of attributes, each with a slot.
pub(crate) trait AttributeSet {
    /// Creates the set with no attribute given.
    fn empty() -> Self;

    fn slots(&self) -> Vec<&dyn AnySlot>;

    fn slots_mut(&mut self) -> Vec<&mut dyn AnySlot>;

    /// Reads the set from each `#[graph(…)]` on a field or a variant.
    fn read(attributes: &[Attribute], mistakes: &Mistakes) -> Self
    where
        Self: Sized,
    {
        let mut set = Self::empty();
        for attribute in attributes {
            if let Some(list) = graph::list(attribute, mistakes) {
                fill(&mut set.slots_mut(), "attribute", list, mistakes);
            }
        }
        set
    }

    /// Reads the set from the arguments of an attribute macro, which passes them to the derive as `#[graph(<wrapper>(…))]`.
    fn read_arguments(wrapper: &'static str, attributes: &[Attribute], mistakes: &Mistakes) -> Self
    where
        Self: Sized,
    {
        let mut set = Self::empty();
        fill_from_arguments(&mut set.slots_mut(), wrapper, attributes, mistakes);
        set
    }
}

/// Declares a struct that is an [`AttributeSet`]: one line for each attribute, with the field of the struct, the type of the
/// value, and the slot. The paths are those of a file next to this one.
macro_rules! attribute_set {
    ($(#[$docs:meta])* $set:ident { $($field:ident: $value:ty = $slot:expr,)+ }) => {
        $(#[$docs])*
        pub(crate) struct $set {
            $(pub(crate) $field: super::slot::Slot<$value>,)+
        }

        impl super::attribute_set::AttributeSet for $set {
            fn empty() -> Self {
                Self { $($field: $slot,)+ }
            }

            fn slots(&self) -> Vec<&dyn super::slot::AnySlot> {
                vec![$(&self.$field as &dyn super::slot::AnySlot),+]
            }

            fn slots_mut(&mut self) -> Vec<&mut dyn super::slot::AnySlot> {
                vec![$(&mut self.$field as &mut dyn super::slot::AnySlot),+]
            }
        }
    };
}
pub(super) use attribute_set;

/// Fills `slots` from the arguments of an attribute macro. Returns whether every argument is known.
pub(super) fn fill_from_arguments(
    slots: &mut [&mut dyn AnySlot],
    wrapper: &'static str,
    attributes: &[Attribute],
    mistakes: &Mistakes,
) -> bool {
    const NOUN: &str = "argument";
    let mut are_all_known = true;
    for attribute in attributes {
        let Some(list) = graph::list(attribute, mistakes) else {
            continue;
        };
        let names = names(slots);
        let known = KnownNames {
            noun: NOUN,
            names: &names,
        };
        for entry in entries(list, known, mistakes).entries {
            if entry.name == wrapper {
                let list = entry.list().unwrap_or_default();
                are_all_known &= fill(slots, NOUN, list, mistakes);
            } else {
                report_misplaced(&entry, mistakes);
            }
        }
    }
    are_all_known
}

/// Fills `slots` from the entries of `list`, which `noun` is the word for. Returns whether every entry is known.
pub(super) fn fill(
    slots: &mut [&mut dyn AnySlot],
    noun: &'static str,
    list: TokenStream,
    mistakes: &Mistakes,
) -> bool {
    let names = names(slots);
    let known = KnownNames {
        noun,
        names: &names,
    };
    let read = entries(list, known, mistakes);
    let mut are_all_known = read.is_complete;
    for entry in &read.entries {
        let slot = known
            .find(entry, mistakes)
            .and_then(|index| slots.get_mut(index));
        match slot {
            Some(slot) => slot.fill(entry, mistakes),
            None => are_all_known = false,
        }
    }
    are_all_known
}

fn names(slots: &[&mut dyn AnySlot]) -> Vec<&'static str> {
    slots.iter().map(|slot| slot.name()).collect()
}

fn report_misplaced(entry: &Entry, mistakes: &Mistakes) {
    let name = &entry.name;
    mistakes.report(
        name,
        format!("`#[graph({name})]` cannot be used here"),
        "write it on a field or a variant; what applies to the whole item is an argument of the attribute macro",
    );
}
