//! The argument `media(…)`: contents that are no JSON.

use proc_macro2::Ident;
use syn::LitStr;

use super::entry::Entry;
use super::known::KnownNames;
use super::list::entries;
use crate::diagnostics::Mistakes;

/// A content of a resource.
#[derive(Clone)]
pub(crate) struct Media {
    /// The name of the function for it.
    pub(crate) name: Ident,
    /// The last segment of its path: `$value`, or the name of a stream property.
    pub(crate) segment: LitStr,
}

/// Reads `media(content = "$value")`.
pub(super) fn read(argument: &Entry, mistakes: &Mistakes) -> Option<Vec<Media>> {
    let Some(list) = argument.list().filter(|list| !list.is_empty()) else {
        mistakes.report(
            &argument.name,
            "`media` takes a list of at least one content",
            "write, for example, `media(content = \"$value\")`, with the name of a function for each content",
        );
        return None;
    };
    let known = KnownNames {
        noun: "content",
        names: &["content"],
    };
    let contents = entries(list, known, mistakes).entries;
    let contents = contents.iter().filter_map(|entry| {
        Some(Media {
            name: entry.name.clone(),
            segment: entry.string("$value", mistakes)?,
        })
    });
    Some(contents.collect())
}
