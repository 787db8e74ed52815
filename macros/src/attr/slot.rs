use quote::ToTokens;
use syn::Path;
use syn::meta::ParseNestedMeta;

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
    pub(crate) at: Path,
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
    pub(crate) fn fill(
        &mut self,
        meta: &ParseNestedMeta<'_>,
        value: Option<T>,
        mistakes: &Mistakes,
    ) {
        if self.was_tried {
            mistakes.report(
                &meta.path,
                format!("duplicate `{}`", self.name),
                "give it once",
            );
        } else if let Some(value) = value {
            self.given = Some(Given {
                at: meta.path.clone(),
                value,
            });
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
    fn to_tokens(&self, tokens: &mut proc_macro2::TokenStream) {
        self.at.to_tokens(tokens);
    }
}
