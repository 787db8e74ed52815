//! The names that are valid in a list of entries.

use super::entry::Entry;
use crate::diagnostics::{Mistakes, did_you_mean};

/// The valid names of a list, and the word for its entries.
#[derive(Clone, Copy)]
pub(super) struct KnownNames<'a> {
    /// The word for an entry, such as `attribute`.
    pub(super) noun: &'static str,
    pub(super) names: &'a [&'static str],
}

impl KnownNames<'_> {
    /// Returns the index of the name of `entry`.
    ///
    /// A misspelt name is reported, and then treated as the name that was probably meant, so that the rest of the item is
    /// understood as it will be once the name is corrected.
    pub(super) fn find(self, entry: &Entry, mistakes: &Mistakes) -> Option<usize> {
        let name = entry.name.to_string();
        let index_of = |name: &str| self.names.iter().position(|known| *known == name);
        if let Some(index) = index_of(&name) {
            return Some(index);
        }
        let meant = did_you_mean(&name, self.names);
        let help = meant.map_or_else(
            || format!("expected {}", self.enumerated()),
            |meant| format!("did you mean `{meant}`?"),
        );
        let wrong = format!("unknown {} `{name}`", self.noun);
        mistakes.report(&entry.name, wrong, help);
        meant.and_then(index_of)
    }

    /// Returns the names in a row, as in "`key`, `etag` or `with`".
    pub(super) fn enumerated(self) -> String {
        let quoted: Vec<_> = self.names.iter().map(|name| format!("`{name}`")).collect();
        match quoted.split_last() {
            Some((last, others)) if !others.is_empty() => {
                format!("{} or {last}", others.join(", "))
            }
            _ => quoted.concat(),
        }
    }
}
