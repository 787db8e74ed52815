//! Variants of one name, which the compiler would report several times: the macros report them, and leave one of them.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::ToTokens;

use super::scan;
use crate::attr;
use crate::diagnostics::Mistakes;

/// A variant as written.
struct Written {
    name: Option<Ident>,
    attributes: Vec<Group>,
    tokens: TokenStream,
}

/// Returns the item without the variants whose name another one has.
pub(super) fn distinct(body: TokenStream, mistakes: &Mistakes) -> TokenStream {
    let mut tokens: Vec<TokenTree> = body.into_iter().collect();
    if let Some(TokenTree::Group(variants)) = tokens.last_mut() {
        let mut kept: Vec<Written> = Vec::new();
        for variant in written(variants.stream()) {
            match kept.iter().position(|first| first.is_named_like(&variant)) {
                Some(first) if variant.is_unknown() => {
                    variant.report(mistakes);
                    kept[first] = variant;
                }
                Some(_) => variant.report(mistakes),
                None => kept.push(variant),
            }
        }
        let stream = kept.into_iter().map(|variant| variant.tokens).collect();
        let mut distinct = Group::new(variants.delimiter(), stream);
        distinct.set_span(variants.span());
        *variants = distinct;
    }
    tokens.into_iter().collect()
}

/// Splits the variants of an enum, each with the comma after it.
fn written(stream: TokenStream) -> Vec<Written> {
    let tokens: Vec<TokenTree> = stream.into_iter().collect();
    tokens
        .split_inclusive(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ','))
        .map(Written::new)
        .collect()
}

impl Written {
    fn new(tokens: &[TokenTree]) -> Self {
        let name = tokens.iter().find_map(|token| match token {
            TokenTree::Ident(name) => Some(name.clone()),
            _ => None,
        });
        let attributes = tokens.iter().filter_map(|token| match token {
            TokenTree::Group(group) => Some(group.clone()),
            _ => None,
        });
        Self {
            name,
            attributes: attributes.collect(),
            tokens: tokens.iter().map(ToTokens::to_token_stream).collect(),
        }
    }

    /// Returns whether both have one name. With `cfg`, only one of them may exist.
    fn is_named_like(&self, other: &Self) -> bool {
        let is_conditional = |variant: &Self| {
            let mut attributes = variant.attributes.iter();
            attributes.any(|attribute| scan::begins_with(attribute, "cfg"))
        };
        self.name.is_some()
            && self.name == other.name
            && !is_conditional(self)
            && !is_conditional(other)
    }

    /// Returns whether the variant has `#[graph(unknown)]`.
    fn is_unknown(&self) -> bool {
        scan::has_entry(self.attributes.iter().cloned(), attr::UNKNOWN)
    }

    fn report(&self, mistakes: &Mistakes) {
        let Some(name) = &self.name else { return };
        let wrong = format!("duplicate variant `{name}`");
        if self.is_unknown() {
            let help = "the variant for what is unknown may have any other name, such as `Other`";
            mistakes.report(name, wrong, help);
        } else {
            mistakes.report(name, wrong, "remove it, or give it another name");
        }
    }
}
