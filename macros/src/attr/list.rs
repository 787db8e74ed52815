//! Splits a list into its entries.

use proc_macro2::{TokenStream, TokenTree};

use super::entry::Entry;
use super::known::KnownNames;
use crate::diagnostics::Mistakes;

/// The entries of a list that could be read.
pub(super) struct Entries {
    pub(super) entries: Vec<Entry>,
    /// True if the list contains nothing else.
    pub(super) is_complete: bool,
}

/// Reads the entries of `list`. Anything else in the list is reported, and the other entries are still read.
pub(super) fn entries(list: TokenStream, known: KnownNames<'_>, mistakes: &Mistakes) -> Entries {
    let mut read = Entries {
        entries: Vec::new(),
        is_complete: true,
    };
    for tokens in split_at_commas(list, mistakes) {
        let mut tokens = tokens.into_iter();
        match tokens.next() {
            Some(TokenTree::Ident(name)) => read.entries.push(Entry {
                name,
                value: tokens.collect(),
            }),
            Some(other) => {
                let wrong = format!("an {} begins with its name", known.noun);
                let help = format!("write a name before it: {}", known.enumerated());
                mistakes.report(&other, wrong, help);
                read.is_complete = false;
            }
            None => {}
        }
    }
    read
}

fn split_at_commas(list: TokenStream, mistakes: &Mistakes) -> Vec<Vec<TokenTree>> {
    let mut parts = Vec::new();
    let mut part = Vec::new();
    for token in list {
        match &token {
            TokenTree::Punct(comma) if comma.as_char() == ',' => {
                if part.is_empty() {
                    mistakes.report(&token, "there is nothing before this `,`", "remove it");
                } else {
                    parts.push(std::mem::take(&mut part));
                }
            }
            _ => part.push(token),
        }
    }
    if !part.is_empty() {
        parts.push(part);
    }
    parts
}

#[cfg(test)]
mod tests {
    use quote::{format_ident, quote};

    use super::*;

    const KNOWN: KnownNames<'_> = KnownNames {
        noun: "attribute",
        names: &["key", "read_only"],
    };

    fn names(list: TokenStream) -> (Vec<String>, usize) {
        let mistakes = Mistakes::new();
        let read = entries(list, KNOWN, &mistakes);
        let names = read.entries.iter().map(|entry| entry.name.to_string());
        (names.collect(), mistakes.into_tokens().into_iter().count())
    }

    #[test]
    fn entries_are_separated_by_commas() {
        assert_eq!(names(quote!(a, b = "x, y", c(d, e),)).0, ["a", "b", "c"]);
    }

    #[test]
    fn entries_around_a_mistake_are_read() {
        let (names, mistakes) = names(quote!(, a, "x", b,, c));
        assert_eq!(names, ["a", "b", "c"]);
        assert!(mistakes > 0);
    }

    #[test]
    fn a_misspelt_name_is_treated_as_the_one_that_was_meant() {
        let mistakes = Mistakes::new();
        let entry = |name: &str| Entry {
            name: format_ident!("{name}"),
            value: TokenStream::new(),
        };
        assert_eq!(KNOWN.find(&entry("kye"), &mistakes), Some(0));
        assert_eq!(KNOWN.find(&entry("colour"), &mistakes), None);
        assert!(!mistakes.into_tokens().is_empty());
    }
}
