use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;

use super::Entry;
use crate::diagnostics::Mistakes;

/// Room for an attribute that may be given once.
pub(crate) struct Slot<T> {
    name: &'static str,
    given: Option<Given<T>>,
    was_tried: bool,
}

/// An attribute that was given.
pub(crate) struct Given<T> {
    /// Its name, where it was written: what a mistake is reported at.
    pub(crate) at: Ident,
    pub(crate) value: T,
}

impl<T> Slot<T> {
    pub(crate) const fn new(name: &'static str) -> Self {
        Self {
            name,
            given: None,
            was_tried: false,
        }
    }

    /// Fills the slot; the second time is a mistake.
    pub(crate) fn fill(&mut self, entry: &Entry, value: Option<T>, mistakes: &Mistakes) {
        let at = &entry.name;
        if self.was_tried {
            mistakes.report(at, format!("duplicate `{}`", self.name), "give it once");
        } else if let Some(value) = value {
            let at = at.clone();
            self.given = Some(Given { at, value });
        }
        self.was_tried = true;
    }

    /// Whether the attribute was written, be its value readable or not.
    pub(crate) const fn was_tried(&self) -> bool {
        self.was_tried
    }

    pub(crate) const fn name(&self) -> &'static str {
        self.name
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

impl<T> ToTokens for Given<T> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.at.to_tokens(tokens);
    }
}
