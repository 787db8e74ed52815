//! The entries of an attribute: `name`, `name = "value"` and `name(…)`, separated by commas.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream, Parser};
use syn::{LitStr, Token};

use crate::diagnostics::{Mistakes, did_you_mean};

/// One entry.
pub(crate) struct Entry {
    pub(super) name: Ident,
    /// What stands behind the name.
    value: TokenStream,
}

/// The names that entries may have, and what such an entry is called.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    pub(super) what: &'static str,
    pub(super) names: &'a [&'static str],
}

impl Known<'_> {
    /// The known name of `entry`. A misspelt one is reported, and taken for what was probably meant, so that the rest of the
    /// item is understood as it will be once the name is right.
    pub(super) fn find(self, entry: &Entry, mistakes: &Mistakes) -> Option<&'static str> {
        let name = entry.name.to_string();
        if let Some(known) = self.names.iter().find(|known| **known == name) {
            return Some(known);
        }
        let meant = did_you_mean(&name, self.names);
        let help = meant.map_or_else(
            || self.enumerated(),
            |meant| format!("did you mean `{meant}`?"),
        );
        mistakes.report(&entry.name, format!("unknown {} `{name}`", self.what), help);
        meant
    }

    fn enumerated(self) -> String {
        let quoted: Vec<_> = self.names.iter().map(|name| format!("`{name}`")).collect();
        match quoted.split_last() {
            Some((only, [])) => format!("there is only {only}"),
            Some((last, others)) => format!("there are {} and {last}", others.join(", ")),
            None => "remove it".to_owned(),
        }
    }
}

/// The entries of `list`. What is no entry is reported, and does not keep the others from being read.
pub(super) fn entries(list: TokenStream, known: Known<'_>, mistakes: &Mistakes) -> Entries {
    let mut entries = Entries {
        read: Vec::new(),
        are_all: true,
    };
    for part in parts(list, mistakes) {
        let mut tokens = part.into_iter();
        match tokens.next() {
            Some(TokenTree::Ident(name)) => entries.read.push(Entry {
                name,
                value: tokens.collect(),
            }),
            Some(other) => {
                let wrong = format!("an {} begins with its name", known.what);
                let help = format!("write the name before it; {}", known.enumerated());
                mistakes.report(&other, wrong, help);
                entries.are_all = false;
            }
            None => {}
        }
    }
    entries
}

/// The entries that could be read.
pub(super) struct Entries {
    pub(super) read: Vec<Entry>,
    /// Whether there was nothing else.
    pub(super) are_all: bool,
}

/// What is between the commas.
fn parts(list: TokenStream, mistakes: &Mistakes) -> Vec<Vec<TokenTree>> {
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

impl Entry {
    /// `name`, and nothing behind it.
    pub(super) fn flag(&self, mistakes: &Mistakes) {
        if !self.value.is_empty() {
            let name = &self.name;
            mistakes.report(
                name,
                format!("`{name}` takes no value"),
                format!("write `{name}` alone"),
            );
        }
    }

    /// `name = "text"`.
    pub(super) fn string(&self, example: &str, mistakes: &Mistakes) -> Option<LitStr> {
        let value = |input: ParseStream<'_>| {
            input.parse::<Token![=]>()?;
            Ok((input.parse::<LitStr>()?, input.parse::<TokenStream>()?))
        };
        let Ok((literal, rest)) = value.parse2(self.value.clone()) else {
            let name = &self.name;
            let wrong = format!("`{name}` takes a string");
            let help = format!("write `{name} = \"{example}\"`");
            match self.value.clone().into_iter().nth(1) {
                Some(value) => mistakes.report(&value, wrong, help),
                None => mistakes.report(name, wrong, help),
            }
            return None;
        };
        if let Some(first) = rest.into_iter().next() {
            mistakes.report(
                &first,
                "this follows a value, and belongs to nothing",
                "put a `,` before it, or remove it",
            );
        }
        Some(literal)
    }

    /// `name = "text"`, where the text is Rust.
    pub(super) fn code<T: Parse>(&self, example: &str, mistakes: &Mistakes) -> Option<T> {
        let literal = self.string(example, mistakes)?;
        let code = looks_like_a_path(&literal.value())
            .then(|| literal.parse().ok())
            .flatten();
        if code.is_none() {
            let help = format!("write, for example, `{} = \"{example}\"`", self.name);
            self.report_value(&literal, help, mistakes);
        }
        code
    }

    /// `name = "text"`, where the text is one of a few.
    pub(super) fn one_of<T: Copy>(&self, choices: &[(&str, T)], mistakes: &Mistakes) -> Option<T> {
        let literal = self.string(choices[0].0, mistakes)?;
        let found = choices.iter().find(|(text, _)| *text == literal.value());
        if found.is_none() {
            let texts: Vec<_> = choices
                .iter()
                .map(|(text, _)| format!("\"{text}\""))
                .collect();
            self.report_value(&literal, format!("it is {}", texts.join(" or ")), mistakes);
        }
        found.map(|(_, value)| *value)
    }

    fn report_value(&self, literal: &LitStr, help: String, mistakes: &Mistakes) {
        let text = literal.value();
        let wrong = format!("`{}` cannot be \"{}\"", self.name, text.escape_debug());
        mistakes.report(literal, wrong, help);
    }

    /// What is in the parentheses of `name(…)`.
    pub(super) fn list(&self) -> Option<TokenStream> {
        let mut tokens = self.value.clone().into_iter();
        match (tokens.next(), tokens.next()) {
            (Some(TokenTree::Group(group)), None)
                if group.delimiter() == Delimiter::Parenthesis =>
            {
                Some(group.stream())
            }
            _ => None,
        }
    }
}

/// Asked before the compiler's lexer is, which prints errors of its own for a quote or a parenthesis without a partner.
fn looks_like_a_path(text: &str) -> bool {
    let is_letter = |character: char| character == '_' || character.is_alphabetic();
    text.trim_start_matches("::").split("::").all(|segment| {
        let segment = segment.strip_prefix("r#").unwrap_or(segment);
        segment.starts_with(is_letter)
            && segment
                .chars()
                .all(|character| is_letter(character) || character.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;

    const KNOWN: Known<'_> = Known {
        what: "attribute",
        names: &["key", "read_only"],
    };

    fn names(list: TokenStream) -> (Vec<String>, usize) {
        let mistakes = Mistakes::new();
        let entries = entries(list, KNOWN, &mistakes);
        let names = entries.read.iter().map(|entry| entry.name.to_string());
        (names.collect(), mistakes.into_tokens().into_iter().count())
    }

    #[test]
    fn entries_are_separated_by_commas() {
        assert_eq!(names(quote!(a, b = "x, y", c(d, e),)).0, ["a", "b", "c"]);
    }

    #[test]
    fn what_is_no_entry_does_not_hide_the_others() {
        let (names, mistakes) = names(quote!(, a, "x", b,, c));
        assert_eq!(names, ["a", "b", "c"]);
        assert!(mistakes > 0);
    }

    #[test]
    fn a_misspelt_name_is_taken_for_the_one_that_was_meant() {
        let mistakes = Mistakes::new();
        let entry = |name: &str| Entry {
            name: quote::format_ident!("{name}"),
            value: TokenStream::new(),
        };
        assert_eq!(KNOWN.find(&entry("kye"), &mistakes), Some("key"));
        assert_eq!(KNOWN.find(&entry("colour"), &mistakes), None);
        assert!(!mistakes.into_tokens().is_empty());
    }
}
