//! The entries of an attribute: `name`, `name = "value"` and `name(…)`, separated by commas.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream, Parser};
use syn::{LitStr, Token};

use crate::diagnostics::Mistakes;

/// A name, and the tokens of its value.
pub(crate) struct Entry {
    pub(super) name: Ident,
    pub(super) value: TokenStream,
}

impl Entry {
    /// Reads `name` without a value.
    pub(super) fn flag(&self, mistakes: &Mistakes) {
        if !self.value.is_empty() {
            let name = &self.name;
            mistakes.report(
                name,
                format!("`{name}` takes no value"),
                format!("write only `{name}`"),
            );
        }
    }

    /// Reads `name = "text"`.
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
                "unexpected token after the value",
                "write a `,` before it, or remove it",
            );
        }
        Some(literal)
    }

    /// Reads `name = "text"`, where the text is a path or an identifier of Rust.
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

    /// Reads `name = "text"`, where the text is one of `choices`.
    pub(super) fn one_of<T: Copy>(&self, choices: &[(&str, T)], mistakes: &Mistakes) -> Option<T> {
        let literal = self.string(choices[0].0, mistakes)?;
        let found = choices.iter().find(|(text, _)| *text == literal.value());
        if found.is_none() {
            let texts: Vec<_> = choices
                .iter()
                .map(|(text, _)| format!("\"{text}\""))
                .collect();
            let help = format!("write {}", texts.join(" or "));
            self.report_value(&literal, help, mistakes);
        }
        found.map(|(_, value)| *value)
    }

    fn report_value(&self, literal: &LitStr, help: String, mistakes: &Mistakes) {
        let text = literal.value();
        let wrong = format!("`{}` cannot be \"{}\"", self.name, text.escape_debug());
        mistakes.report(literal, wrong, help);
    }

    /// Returns the tokens in the parentheses of `name(…)`.
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

/// Returns whether `text` can be a path. It is checked first because the compiler's lexer prints its own errors for a quote or
/// a parenthesis without a partner.
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
