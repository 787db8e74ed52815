//! The slot of an attribute: its name, how its value is read, and the value once the attribute is found.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;

use super::entry::Entry;
use crate::diagnostics::Mistakes;

/// An attribute that may be given once.
pub(crate) struct Slot<T> {
    name: &'static str,
    read: fn(&Entry, &Mistakes) -> Option<T>,
    given: Option<Given<T>>,
    is_present: bool,
}

/// An attribute that was given.
pub(crate) struct Given<T> {
    /// Its name as written, where mistakes are reported.
    pub(crate) name: Ident,
    pub(crate) value: T,
}

/// A slot for a value of any type.
pub(crate) trait AnySlot {
    /// Returns the name of the attribute.
    fn name(&self) -> &'static str;

    /// Returns the name as written, if the attribute was given and its value could be read.
    fn given_name(&self) -> Option<&Ident>;

    /// Reads the value from `entry`. A second entry is reported and not read.
    fn fill(&mut self, entry: &Entry, mistakes: &Mistakes);
}

impl<T> Slot<T> {
    pub(super) const fn new(name: &'static str, read: fn(&Entry, &Mistakes) -> Option<T>) -> Self {
        Self {
            name,
            read,
            given: None,
            is_present: false,
        }
    }

    /// Returns whether the attribute was written, even if its value could not be read.
    pub(crate) const fn is_present(&self) -> bool {
        self.is_present
    }

    pub(crate) const fn get(&self) -> Option<&Given<T>> {
        self.given.as_ref()
    }

    pub(crate) fn value(&self) -> Option<&T> {
        self.given.as_ref().map(|given| &given.value)
    }

    pub(crate) const fn is_given(&self) -> bool {
        self.given.is_some()
    }
}

impl Slot<()> {
    /// Creates the slot of an attribute without a value.
    pub(super) const fn flag(name: &'static str) -> Self {
        Self::new(name, |entry, mistakes| {
            entry.flag(mistakes);
            Some(())
        })
    }
}

impl<T> AnySlot for Slot<T> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn given_name(&self) -> Option<&Ident> {
        self.given.as_ref().map(|given| &given.name)
    }

    fn fill(&mut self, entry: &Entry, mistakes: &Mistakes) {
        if self.is_present {
            let wrong = format!("duplicate `{}`", self.name);
            mistakes.report(&entry.name, wrong, "write it once");
        } else if let Some(value) = (self.read)(entry, mistakes) {
            let name = entry.name.clone();
            self.given = Some(Given { name, value });
        }
        self.is_present = true;
    }
}

impl<T> ToTokens for Given<T> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.name.to_tokens(tokens);
    }
}
